/** Values of an option that may be given again and again; what `--no-…` emptied before begins anew. */
export const gather = (one: string, all: readonly string[] | false): string[] => [
  ...(all === false ? [] : all),
  one,
];
