import type { Field } from '../../model/field.js';
import type { Run } from '../../model/run.js';

/** A text field by which firms fall into a few parts: a district, an industry. */
export interface Facet {
  readonly field: Field;
  readonly texts: readonly (string | null)[];
}

/** Two are told: more would be a wall of bars. */
const MOST = 2;
/** More words than this are names or addresses, no parts. */
const WORDS = 60;

/**
 * The first text fields of the plan that part the firms: some words, not one for each firm, and not blank for most of
 * them. What the firms are comes first, then what the rules read, like the result of an earlier recommendation.
 */
export function facetsOf({ plan, firms }: Run): Facet[] {
  const found: Facet[] = [];
  for (const field of plan.fields.values()) {
    const texts = firms.texts.get(field.id);
    if (field.type !== 'text' || field.role !== null || texts === undefined) continue;
    const words = new Set<string>();
    let filled = 0;
    for (const text of texts) {
      if (text === null) continue;
      filled++;
      if (words.size <= WORDS) words.add(text);
    }
    const parts = words.size >= 2 && words.size <= Math.min(WORDS, filled / 2);
    if (parts && filled * 2 >= firms.count) found.push({ field, texts });
  }
  const isRead = ({ field }: Facet): number => (plan.reads.includes(field.id) ? 1 : 0);
  return found.sort((a, b) => isRead(a) - isRead(b)).slice(0, MOST);
}
