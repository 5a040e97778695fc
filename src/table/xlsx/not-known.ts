/*
 *   scanner ── anything it is not sure of ──▶ NotKnown ──▶ SheetJS reads the workbook, and words its own errors
 */

/** Not an error of the file: only something that the scanner leaves to the library. The words are for developers. */
export class NotKnown extends Error {}
