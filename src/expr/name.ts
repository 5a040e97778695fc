import { keyword } from './words.js';

const letters = '[\\p{L}\\p{Nl}_][\\p{L}\\p{M}\\p{N}_]*';

/** A name or keyword at a place: letters of any script, digits, _, not beginning with a digit (Ⅰ counts as a letter). */
export const nameForm = new RegExp(letters, 'uy');
const wholeName = new RegExp(`^${letters}$`, 'u');

/** A name as it must be written: in backquotes where it could be read as something else. */
export const writeName = (name: string): string =>
  wholeName.test(name) && keyword(name) === null ? name : `\`${name.replaceAll('`', '``')}\``;
