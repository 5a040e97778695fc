/**
 * report: a run → its files. Tables are pure functions of the run, one report a file; a format (CSV, XLSX, data) is a file
 * of its own; `claimOutput` puts a whole folder in place at once or not at all. Nothing here reckons a point.
 */

export { adjustmentCounts } from './adjustments.js';
export { writeAnalysis } from './analysis-file.js';
export { bookBody } from './book.js';
export { type Card, writeCards } from './cards/write-cards.js';
export { cleanParts, findingsParts } from './clean-parts.js';
export type { Voice } from './column.js';
export { compareTable } from './compare-table.js';
export { tableAsBytes } from './csv.js';
export { mappingText } from './data/mapping-text.js';
export { type FetchRows, returnedTables } from './exceptions/exceptions.js';
export { maskResidentId } from './exceptions/resident-id.js';
export { type Exposure, exposureOf } from './exposure.js';
export { comparedWords, robustWords } from './guide/analysis-guides.js';
export { changeCounts } from './identify/identify-schemes.js';
export { standingText } from './identify/identify-words.js';
export { schemeFile, standingsFile, writeIdentified } from './identify/write-identified.js';
export { counted } from './manifest/counted.js';
export type { SavedIdentification } from './manifest/identify-manifest-schema.js';
export { manifestOf, manifestSeal, writeManifest } from './manifest/manifest.js';
export type { SavedManifest } from './manifest/manifest-schema.js';
export { manifestJsonSchema, readManifest } from './manifest/read-manifest.js';
export { allOutcomes, type OutcomeSums } from './outcomes.js';
export { choosePack, packNote, packSheets, packTable, shareOf } from './pack.js';
export { type PointsOutline, pointsOutline } from './points-outline.js';
export { publicityPage, publicitySheets, publicKind } from './publicity.js';
export { compareHash, isPlainFile } from './publish/compare-hash.js';
export { isUnchangedRun, isWholeRun, strangersIn } from './publish/existing-output.js';
export { checkLatest, latestName, looksLikeRun, pointLatest, readLatest } from './publish/latest.js';
export { outputTrouble } from './publish/output-trouble.js';
export {
  type Claim,
  claimOutput,
  mendBeside,
  publishRun,
  removeRun,
} from './publish/publish.js';
export { checkFree, publishFile } from './publish/publish-file.js';
export { readPlain } from './publish/read-plain.js';
export { tempFolder } from './publish/temp-beside.js';
export { writeParts } from './publish/write-file.js';
export { type ReportName, reportTable, tableOf } from './report-table.js';
export { robustTable } from './robust-table.js';
export { type RunPart, writeSplit } from './split/split-reports.js';
export { headerWithUnit, templateColumns } from './template/template-columns.js';
export { writeTemplate } from './template/write-template.js';
export { dispositionOf, isDispositionHeader } from './words.js';
export { type ReportOptions, writeReports } from './write-reports.js';
