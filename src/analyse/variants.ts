import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';

/** One field of a firm set otherwise. NaN and null are blank; yes/no is 1 and 0, a date days since 1970-01-01. */
export interface Edit {
  readonly field: string;
  readonly value: number | string | null;
}

/**
 * The same firm again and again, each time with its own edits: many questions in one pass of scoring, for what can be
 * asked of columns costs little a firm and much a call. Cost: a copy of each of its fields.
 */
export function variantsOf(
  firms: Firms,
  firm: number,
  plan: Plan,
  edits: readonly (readonly Edit[])[],
): Firms {
  const count = edits.length;
  const numbers = new Map<string, Float64Array>();
  const texts = new Map<string, (string | null)[]>();
  for (const [id, column] of firms.numbers) numbers.set(id, new Float64Array(count).fill(column[firm]!));
  for (const [id, column] of firms.texts) texts.set(id, new Array<string | null>(count).fill(column[firm]!));
  edits.forEach((all, variant) => {
    for (const edit of all) put(edit, variant, plan, numbers, texts, count);
  });
  return {
    ...firms,
    count,
    ids: new Array<string | null>(count).fill(firms.ids[firm] ?? null),
    names: new Array<string | null>(count).fill(firms.names[firm] ?? null),
    numbers,
    texts,
    rejected: new Uint8Array(count).fill(firms.rejected[firm]!),
    rowsOf: () => firms.rowsOf(firm),
    cellOf: (_, field) => firms.cellOf(firm, field),
    rowOf: () => firms.rowOf(firm),
  };
}

/** All firms as they are, one of them edited. */
export function withEdits(firms: Firms, firm: number, plan: Plan, edits: readonly Edit[]): Firms {
  const numbers = new Map(firms.numbers);
  const texts = new Map([...firms.texts].map(([id, column]) => [id, [...column]]));
  for (const { field } of edits) {
    const column = numbers.get(field);
    if (column !== undefined) numbers.set(field, column.slice());
  }
  for (const edit of edits) put(edit, firm, plan, numbers, texts, firms.count);
  return { ...firms, numbers, texts };
}

/** A field that no input has as a column gets one. */
function put(
  { field, value }: Edit,
  firm: number,
  plan: Plan,
  numbers: Map<string, Float64Array>,
  texts: Map<string, (string | null)[]>,
  count: number,
): void {
  if (plan.fields.get(field)?.type === 'text') {
    const column = texts.get(field) ?? new Array<string | null>(count).fill(null);
    texts.set(field, column);
    column[firm] = value === null ? null : String(value);
    return;
  }
  const column = numbers.get(field) ?? new Float64Array(count).fill(Number.NaN);
  numbers.set(field, column);
  column[firm] = value === null ? Number.NaN : Number(value);
}
