import type { Field, FieldType } from '../model/field.js';
import type { Text } from '../model/text.js';

/** A field of which nothing is known but what it is called: no unit, no bounds, no other spelling. */
export const bareField = (id: string, name: Text, type: FieldType = 'text'): Field => ({
  id,
  name,
  type,
  role: null,
  unit: null,
  currency: null,
  basis: null,
  combine: 'same',
  aliases: [],
  codes: [],
  codeUnit: null,
  not: [],
  min: null,
  max: null,
  outside: 'warning',
  words: [],
  optional: false,
  priorOf: null,
});
