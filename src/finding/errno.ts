/**
 * Linux's numbers of errors that Node has no word for: it says "Unknown system error -122". A full quota and what network
 * disks answer are among them.
 */
const wordless: Readonly<Record<number, string>> = {
  37: 'ENOLCK',
  116: 'ESTALE',
  117: 'EUCLEAN',
  121: 'EREMOTEIO',
  122: 'EDQUOT',
  123: 'ENOMEDIUM',
  126: 'ENOKEY',
  127: 'EKEYEXPIRED',
};

/** The system's word for what went wrong: ENOSPC, or E and the number where nobody has a word; null for what is no error of the system. */
export function errnoOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (/^E[A-Z0-9]+$/.test(error.code)) return error.code;
  const number = /^Unknown system error -(\d{1,6})$/.exec(error.code)?.[1];
  return number === undefined ? null : (wordless[Number(number)] ?? `E${number}`);
}
