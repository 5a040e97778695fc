import type { Type } from '../../model/expr.js';
import type { Field } from '../../model/field.js';

/** The type that expressions see in a field. */
export const typeOfField = (field: Pick<Field, 'type' | 'currency'>): Type =>
  field.type === 'number' ? { kind: 'number', money: field.currency } : { kind: field.type };
