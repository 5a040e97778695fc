/** match: a sheet + plan → its tables, each with a Mapping (column → field, unit, how recognised), and their rows. */
export { bareField } from './bare-field.js';
export { type FieldIndex, indexFields, indexList, nearestFields, nearestHeaders } from './field-index.js';
export { fieldNamed } from './field-named.js';
export { describeSheet, findTables } from './find-tables.js';
export { type GivenTable, givenFor, readMappingFile } from './mapping-file.js';
export { allMergedDown, mergeHeads, wordColumns } from './merged-down.js';
export { missingFields, pointsAtStake } from './missing-fields.js';
export { fold } from './read-header.js';
export { type SettledGiven, settleGiven } from './settle-given.js';
