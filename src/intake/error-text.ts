/** What Excel writes for a formula that failed, also into a CSV. Never a blank and never a value. */
const errors =
  /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA)$/i;

/** The error that a text cell is, in capitals; null for anything else. */
export function errorText(text: string): string | null {
  if (!text.includes('#')) return null;
  const plain = text.normalize('NFKC').trim();
  return errors.test(plain) ? plain.toUpperCase() : null;
}
