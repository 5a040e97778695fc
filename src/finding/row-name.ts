import type { RowPosition } from '../model/position.js';

type Named = Pick<RowPosition, 'file' | 'sheet' | 'row'>;

/** A row as one word that can be read back: 企业.xlsx!企业!37. `!`, `;` and `%` in names are written %21, %3B, %25. */
export const rowName = ({ file, sheet, row }: Named): string => `${tableName(file, sheet)}${row}`;

/** What stands before the row number. */
export const tableName = (file: string, sheet: string): string => `${escapeName(file)}!${escapeName(sheet)}!`;

/** Reads it back; null for anything else. */
export function parseRowName(text: string): Named | null {
  const [file = '', sheet, number = '', more] = text.split('!');
  if (file === '' || sheet === undefined || more !== undefined || !/^[1-9]\d{0,8}$/.test(number)) return null;
  return { file: unescapeName(file), sheet: unescapeName(sheet), row: Number(number) };
}

const escapeName = (name: string): string =>
  name.replace(/[%!;]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

const unescapeName = (name: string): string =>
  name.replace(/%(25|21|3B)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
