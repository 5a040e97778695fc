export const bounded: ReadonlyMap<string, string>;
