import type { Text } from './text.js';

/**
 * The columns at the end of each table of exceptions. By the last one a row that comes back mended (`--fixes`) is known:
 * it names the row that the mended one takes the place of. A form that comes back keeps them only once.
 */
export const exceptionHeaders: Readonly<Record<'result' | 'message' | 'origin', Text>> = {
  result: { zh: '处理结果', en: 'Result' },
  message: { zh: '错误信息', en: 'What to correct' },
  origin: { zh: '原表位置（勿改）', en: 'Where it stood (keep)' },
};
