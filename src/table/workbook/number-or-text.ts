/*
 *   <v>12</v> ─▶ 12      <v> </v> ─▶ null      <v>12O0</v> <v>1 2</v> <v>NaN</v> <v>1e999</v> ─▶ the text, as it stands
 */

/** A number as XML Schema writes one (xsd:double), which is what ECMA-376 has in a cell of numbers. */
const plain = /^[\t\n\r ]*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[\t\n\r ]*$/;

/**
 * What stands in the <v> of a cell that says it holds a number. Where it is none, or none that can be held, the cell is
 * read as text: then whoever wants a number there says that it is none, and quotes it. null: nothing stands there.
 */
export function numberOrText(text: string): number | string | null {
  const value = plain.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return value;
  return /[^\t\n\r ]/.test(text) ? text : null;
}
