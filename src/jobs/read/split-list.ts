/**
 * `dishonest=失信名单.xlsx`: the field, by its id or name, and the file. A wide sign is what a Chinese keyboard gives; no
 * field's name holds one.
 */
export function splitList(given: string): { readonly field: string; readonly path: string } {
  const at = given.search(/[=＝]/);
  return { field: (at < 0 ? given : given.slice(0, at)).trim(), path: given.slice(at + 1) };
}
