/** A writer that broke off leaves a sheet without its end, and SheetJS would read what is there as all there is. */
export const isWhole = (sheet: Buffer): boolean =>
  /(?:<\/(?:[\w.-]+:)?(?:worksheet|chartsheet|dialogsheet)\s*>|\/>)\s*(?:<!--[^>]*-->\s*)*\0*$/.test(
    sheet.toString('latin1', Math.max(0, sheet.length - 512)).replaceAll('\0', ''),
  );
