import type { Field } from '../model/field.js';
import type { FieldIndex } from './field-index.js';
import { readHeader } from './read-header.js';

/** The field that a word means, as a header would: its id, name or an alias; null for none. */
export function fieldNamed(text: string, index: FieldIndex): Field | null {
  const { fields } = index.plan;
  const own = fields.get(text);
  if (own !== undefined) return own;
  for (const key of readHeader(text, index.year).keys) {
    const known = index.find(key);
    if (known !== null) return known.field;
  }
  return null;
}
