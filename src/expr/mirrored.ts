import type { Comparison } from '../model/expr.js';

/** The same comparison read from its other side: `a < b` is `b > a`. */
export const mirrored: Readonly<Record<Comparison, Comparison>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
  '=': '=',
  '!=': '!=',
};
