import { bindNumber, bindText, compileExpression, reportError } from '../../../src/expr/index.js';
import { Findings, renderFinding } from '../../../src/finding/index.js';
import type { Expression, Frame, Scope, Type } from '../../../src/model/expr.js';

/** The names of a small profile: ids, some with a Chinese name, and their types. */
const money: Type = { kind: 'number', money: 'CNY' };
const dollars: Type = { kind: 'number', money: 'USD' };
const plain: Type = { kind: 'number', money: null };
const text: Type = { kind: 'text' };
const boolean: Type = { kind: 'boolean' };
const date: Type = { kind: 'date' };

const fields: readonly { readonly id: string; readonly zh?: string; readonly type: Type }[] = [
  { id: 'revenue', zh: '营业收入', type: money },
  { id: 'revenue_prior', zh: '营业收入（上年）', type: money },
  { id: 'rd_expense', zh: '研发费用', type: money },
  { id: 'export_usd', zh: '出口额', type: dollars },
  { id: 'employees', zh: '职工总数', type: plain },
  { id: 'st_staff', zh: '科技人员', type: plain },
  { id: 'patents', zh: 'Ⅰ类知识产权', type: plain },
  { id: 'total', zh: '总分', type: plain },
  { id: 'first_result', zh: '首次推荐结果', type: text },
  { id: 'industry', zh: '行业', type: text },
  { id: 'authorised', zh: '企业授权', type: boolean },
  { id: 'dishonest', zh: '失信被执行人', type: boolean },
  { id: 'founded', zh: '成立日期', type: date },
  { id: 'as_of', type: date },
  { id: 'constructor', type: plain },
];

const byName = new Map(
  fields.flatMap((field) => [
    [field.id, field] as const,
    ...(field.zh === undefined ? [] : [[field.zh, field] as const]),
  ]),
);

export const zone: Scope = {
  lookup: (name) => byName.get(name) ?? null,
  names: [...byName.keys()],
};

/** The Chinese name of a field; the id where it has none. */
export const zhName = (id: string): string => byName.get(id)?.zh ?? id;

export const typeOf = (text: string): Type => compiled(text).type;

/** The expression, or a failing test that shows the findings. */
export function compiled(text: string): Expression {
  const result = compileExpression(text, zone);
  if (!result.ok) throw new Error(`${text}: ${result.errors.map((one) => one.id).join(', ')}`);
  return result.expression;
}

/** Ids of the findings, without their common beginning. */
export function mistakes(text: string, want?: Type['kind']): string[] {
  const result = compileExpression(text, zone, want);
  return result.ok ? [] : result.errors.map((one) => one.id.replace('profile.expression-', ''));
}

/** The only finding of a text, with the piece of the text that it marks. */
export function mistake(text: string, want?: Type['kind']) {
  const result = compileExpression(text, zone, want);
  if (result.ok || result.errors.length !== 1)
    throw new Error(`${text}: not one finding but ${mistakes(text)}`);
  const [error] = result.errors;
  if (error === undefined) throw new Error(text);
  const findings = new Findings();
  reportError(findings, error, { file: 'demo.yaml', line: 1, column: 1 });
  const said = findings.all.map((one) => renderFinding(one, 'zh')).join('');
  return { id: error.id, args: error.args, marked: text.slice(error.span.start, error.span.end), said };
}

export type Firm = Readonly<Record<string, number | string | boolean | null>>;

/** One firm as a frame; what is not told is null. */
export function frameOf(firm: Firm): Frame {
  const value = (name: string) => firm[name] ?? null;
  return {
    size: 1,
    number: (name) => {
      const given = value(name);
      return Float64Array.of(given === null ? Number.NaN : Number(given));
    },
    text: (name) => {
      const given = value(name);
      return [given === null ? null : String(given)];
    },
  };
}

/** The value for one firm: null where it is NaN. */
export function evaluate(text: string, firm: Firm = {}): number | string | null {
  const expression = compiled(text);
  if (expression.type.kind === 'text') return bindText(expression, frameOf(firm))(0);
  const value = bindNumber(expression, frameOf(firm))(0);
  return Number.isNaN(value) ? null : value;
}
