/**
 * report: a run → its files. Tables are pure functions of the run, one report a file; a format (CSV, XLSX, data) is a file
 * of its own; `claimOutput` puts a whole folder in place at once or not at all. Nothing here reckons a point.
 */

export { adjustmentCounts } from './adjustments.js';
export { writeAnalysis } from './analysis-file.js';
export { bookBody } from './book.js';
export { type Card, writeCards } from './cards/write-cards.js';
export { cleanParts, findingsParts } from './clean-parts.js';
export type { Column, ReportTable, Voice } from './column.js';
export { compareTable, moveText } from './compare-table.js';
export { tableAsBytes } from './csv.js';
export { mappingText } from './data/mapping-text.js';
export type { FetchRows } from './exceptions.js';
export { isWholeRun, strangersIn } from './existing-output.js';
export { type Exposure, exposureOf } from './exposure.js';
export { comparedWords, robustWords } from './guide/analysis-guides.js';
export type { SavedIdentification } from './identify-manifest-schema.js';
export { changeCounts } from './identify-schemes.js';
export { standingText } from './identify-words.js';
export { checkLatest, latestName, looksLikeRun, pointLatest, readLatest } from './latest.js';
export { type ManifestOptions, manifestOf, writeManifest } from './manifest.js';
export type { SavedManifest } from './manifest-schema.js';
export { allOutcomes, type OutcomeRow, type OutcomeSums, outcomesOf } from './outcomes.js';
export { outputTrouble } from './output-trouble.js';
export { choosePack, type PackChoice, packNote, packSheets, packTable, shareOf } from './pack.js';
export { type PointsOutline, pointsOutline } from './points-outline.js';
export { type PublicityTerms, publicityPage, publicitySheets, publicKind } from './publicity.js';
export { type Claim, type ClaimOptions, claimOutput, mendBeside, publishRun, removeRun } from './publish.js';
export { checkFree, publishFile } from './publish-file.js';
export { type ManifestRead, manifestJsonSchema, readManifest } from './read-manifest.js';
export { type ReportName, reportTable, tableOf } from './report-table.js';
export { maskResidentId } from './resident-id.js';
export { robustTable } from './robust-table.js';
export { writeSplit } from './split/split-reports.js';
export { tempFolder } from './temp-beside.js';
export { headerWithUnit, templateColumns } from './template-columns.js';
export { dispositionOf, dispositionText, isDispositionHeader } from './words.js';
export { writeParts } from './write-file.js';
export { schemeFile, standingsFile, writeIdentified } from './write-identified.js';
export { type ReportOptions, writeReports } from './write-reports.js';
export { writeTemplate } from './write-template.js';
