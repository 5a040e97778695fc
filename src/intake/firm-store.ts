import { dayText } from '../model/day.js';
import type { Field } from '../model/field.js';
import { GrowingNumbers } from './columns.js';

/** What a value did to a firm's field: nothing where there is none. */
export type Filled = 'nothing' | 'same' | 'added' | 'differs';

/** One canonical field of all firms: a typed column and its rule for combining a firm's rows. */
export interface FieldStore {
  readonly field: Field;
  /** Puts a row's value to a firm. null and NaN put nothing. */
  putNumber(firm: number, value: number): Filled;
  putText(firm: number, value: string | null): Filled;
  /** What was said later takes the place of what is there. */
  replaceText(firm: number, value: string): void;
  shown(firm: number): string;
  isBlank(firm: number): boolean;
  readonly numbers: GrowingNumbers | null;
  readonly texts: (string | null)[] | null;
}

export const isTextual = (field: Field): boolean => field.type === 'text';

export function fieldStore(field: Field): FieldStore {
  return isTextual(field) ? textStore(field) : numberStore(field);
}

function numberStore(field: Field): FieldStore {
  const numbers = new GrowingNumbers();
  return {
    field,
    numbers,
    texts: null,
    putText: () => 'nothing',
    replaceText: () => undefined,
    shown: (firm) => shownFigure(field, numbers.get(firm)),
    isBlank: (firm) => Number.isNaN(numbers.get(firm)),
    putNumber(firm, value) {
      if (Number.isNaN(value)) return 'nothing';
      const had = numbers.get(firm);
      if (Number.isNaN(had)) {
        numbers.set(firm, value);
        return 'added';
      }
      switch (field.combine) {
        case 'same':
          return had === value ? 'same' : 'differs';
        case 'sum':
          numbers.set(firm, had + value);
          return 'added';
        case 'any':
        case 'max':
          if (value <= had) return 'same';
          numbers.set(firm, value);
          return 'added';
      }
    },
  };
}

function textStore(field: Field): FieldStore {
  const texts: (string | null)[] = [];
  return {
    field,
    numbers: null,
    texts,
    putNumber: () => 'nothing',
    shown: (firm) => texts[firm] ?? '',
    isBlank: (firm) => (texts[firm] ?? null) === null,
    replaceText(firm, value) {
      texts[firm] = value;
    },
    putText(firm, value) {
      if (value === null) return 'nothing';
      const had = texts[firm] ?? null;
      if (had === null) {
        texts[firm] = value;
        return 'added';
      }
      return sameText(had, value) ? 'same' : 'differs';
    },
  };
}

/** A figure as people write it: a date is a day, a yes is 是. */
export const shownFigure = ({ type }: Field, value: number): string => {
  if (Number.isNaN(value)) return '';
  if (type === 'date') return dayText(value);
  return type === 'boolean' ? (value === 1 ? '是' : '否') : String(value);
};

/** Half width against full width, and blanks, make no other name. */
export const sameText = (a: string, b: string): boolean =>
  a === b || a.normalize('NFKC').replace(/\s+/g, '') === b.normalize('NFKC').replace(/\s+/g, '');
