/** GB 32100-2015: 统一社会信用代码, 18 characters of this alphabet (no I O S V Z), the last one a check character. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const values = new Int8Array(128).fill(-1);
for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;

/** The check character of the first 17 characters; null where one is outside the alphabet. The outer mod turns 31 into 0. */
export function checkCharacter(code: string): string | null {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = values[code.charCodeAt(i) & 127] ?? -1;
    if (value < 0 || code.charCodeAt(i) > 127) return null;
    sum += value * (weights[i] ?? 0);
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? null;
}

/** 18 characters of the alphabet, the region six digits. */
export const hasUsccFormat = (code: string): boolean =>
  /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code);

/** Some codes of before 2016 are genuine and fail this (ECOSYSTEM §1.2): a wrong character is a warning. */
export const hasUsccCheck = (code: string): boolean => checkCharacter(code) === code[17];

const provinces = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

/**
 * GB 11643: a resident's number — province, a birth date. It never belongs in a report, whether or not its check
 * character was typed right; so it is asked only of what is no credit code.
 */
export function looksResident(code: string): boolean {
  if (!/^\d{17}[\dX]$/.test(code) || !provinces.test(code)) return false;
  const year = Number(code.slice(6, 10));
  const month = Number(code.slice(10, 12));
  const day = Number(code.slice(12, 14));
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** 340103********001X → the first six digits and the last stay. */
export const maskResident = (code: string): string => `${code.slice(0, 6)}***********${code.slice(-1)}`;

const mistyped: Readonly<Record<string, string>> = { O: '0', I: '1', Z: '2', S: '5', V: 'U', Q: '0' };

/** The code that was probably meant where letters that no code has were typed for digits; null where it is not certain. */
export function suggestCode(code: string): string | null {
  if (code.length !== 18) return null;
  const meant = [...code].map((char) => mistyped[char] ?? char).join('');
  return meant !== code && hasUsccFormat(meant) && hasUsccCheck(meant) ? meant : null;
}
