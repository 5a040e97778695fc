/** What no log may hold: every name and id of the firms, and every figure of three digits or more. */
export interface Secrets {
  readonly words: readonly string[];
  readonly figures: ReadonlySet<string>;
}

/** `rows`: the cells of a table; `heads`: how many of its rows are title and headers. */
export function secretsOf(rows: readonly (readonly string[])[], heads: number): Secrets {
  const cells = rows.slice(heads).flatMap((row) => row.map((cell) => cell.trim()));
  const isFigure = (cell: string) => /^[-(（]?[\d,.]+[)）%]?$/.test(cell);
  return {
    words: [...new Set(cells.filter((cell) => /公司|厂|院|中心/.test(cell) || /^[0-9A-Z]{18}$/.test(cell)))],
    figures: new Set(cells.filter((cell) => isFigure(cell) && cell.replace(/\D/g, '').length >= 3)),
  };
}

/** What a text gives away. Digits inside words and hashes are no figures. */
export function foundIn(text: string, { words, figures }: Secrets): string[] {
  const tokens = text.match(/(?<![\w.])\d[\d,.]*\d(?!\w)/g) ?? [];
  return [...words.filter((word) => text.includes(word)), ...tokens.filter((token) => figures.has(token))];
}

/** The strings of a JSON value, one a line, and the paths of its numbers. */
export function partsOf(value: unknown): { readonly text: string; readonly numbers: ReadonlySet<string> } {
  const text: string[] = [];
  const numbers = new Set<string>();
  const walk = (one: unknown, path: string) => {
    if (typeof one === 'number') numbers.add(path);
    else if (typeof one === 'string') text.push(one);
    else if (Array.isArray(one)) for (const each of one) walk(each, `${path}[]`);
    else if (typeof one === 'object' && one !== null)
      for (const [key, each] of Object.entries(one)) {
        text.push(key);
        walk(each, path === '' ? key : `${path}.${key}`);
      }
  };
  walk(value, '');
  return { text: text.join('\n'), numbers };
}
