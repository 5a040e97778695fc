import type { Field } from '../../model/field.js';
import type { IdKind } from '../../model/plan.js';
import type { Lang } from '../../model/text.js';
import { units, unitText } from '../../model/unit.js';
import type { Check, Validation } from '../xlsx/write-sheet.js';
import type { TemplateColumn } from './template-columns.js';

/** What a spreadsheet checks while people fill in a form, and the words of its drop-downs: one list a column. */
export interface TemplateChecks {
  readonly validations: readonly Validation[];
  readonly lists: readonly (readonly string[])[];
}

/** Characters of each kind of id; an organisation's code may have its hyphen. */
const idLength: Readonly<Record<IdKind, readonly number[]>> = {
  uscc: [18],
  registration: [15],
  organisation: [9, 10],
};
/** Days that Excel counts right, and that no firm was founded outside of: 1900-03-01 to 2199-12-31. */
const FIRST_DAY = -25_508;
const LAST_DAY = 84_005;

const yesNoWords: Readonly<Record<Lang, readonly string[]>> = { zh: ['是', '否'], en: ['yes', 'no'] };

/** The words that a drop-down offers; none where people write freely. */
export const wordsOf = (field: Field, lang: Lang): readonly string[] =>
  field.type === 'boolean' ? yesNoWords[lang] : field.words.map((word) => word.value);

/** Checks of the columns from the first row that people fill. Equal lists stand once. */
export function templateChecks(
  columns: readonly TemplateColumn[],
  accepts: readonly IdKind[],
  { lang, listSheet, firstRow }: { lang: Lang; listSheet: string; firstRow: number },
): TemplateChecks {
  const lists: (readonly string[])[] = [];
  const listOf = (words: readonly string[]): Check => {
    const key = words.join('\n');
    let column = lists.findIndex((list) => list.join('\n') === key);
    if (column < 0) column = lists.push(words) - 1;
    return { kind: 'list', sheet: listSheet, column, count: words.length };
  };
  const checkOf = (field: Field): { check: Check; strict: boolean } | null => {
    if (field.role === 'id') {
      const lengths = accepts.flatMap((kind) => idLength[kind]);
      const check = { kind: 'length', least: Math.min(...lengths), most: Math.max(...lengths) } as const;
      return { check, strict: true };
    }
    const words = wordsOf(field, lang);
    if (words.length > 0) return { check: listOf(words), strict: true };
    if (field.type === 'date')
      return { check: { kind: 'date', least: FIRST_DAY, most: LAST_DAY }, strict: true };
    if (field.type !== 'number') return null;
    const { least, most } = boundsOf(field);
    // Where the profile only warns of a value outside, a form must not refuse it.
    const strict = field.outside === 'error' || (least === null && most === null);
    return { check: { kind: 'decimal', least, most }, strict };
  };
  const validations = columns.flatMap(({ field }, column): Validation[] => {
    const found = checkOf(field);
    if (found === null) return [];
    const said = { title: field.name[lang], message: messageOf(field, accepts, lang) };
    return [{ column, from: firstRow, ...found, ...said }];
  });
  return { validations, lists };
}

/** Bounds in the unit that the form asks for: a share of 0 to 1 is 0 to 100 under %. */
export function boundsOf({ unit, min, max }: Field): { least: number | null; most: number | null } {
  const known = unit === null ? undefined : units.get(unit);
  const shown = (bound: number | null): number | null =>
    bound === null || known?.kind !== 'ratio'
      ? bound
      : Number(((bound * known.over) / known.times).toPrecision(12));
  return { least: shown(min), most: shown(max) };
}

function messageOf(field: Field, accepts: readonly IdKind[], lang: Lang): string {
  const zh = lang === 'zh';
  const asked = askedFor(field, accepts, lang);
  if (field.role === 'id') return zh ? `应为${asked}。` : `This takes ${asked}.`;
  if (field.type === 'number')
    return zh
      ? `「${field.name.zh}」应为${asked}。没有数据请留空，为零请填 0。`
      : `${field.name.en} takes ${asked}. Leave it blank where there is no figure; enter 0 for nothing.`;
  return zh
    ? `「${field.name.zh}」应为${asked}。不清楚请留空。`
    : `${field.name.en} takes ${asked}. Leave it blank where you do not know.`;
}

/** What a cell of the field holds, in words: 数字（万元），不小于 0. */
export function askedFor(field: Field, accepts: readonly IdKind[], lang: Lang): string {
  const zh = lang === 'zh';
  if (field.role === 'id') return accepts.map((kind) => idText[kind][lang]).join(zh ? '、或' : ' or ');
  const words = wordsOf(field, lang);
  if (words.length > 0)
    return words.map((word) => (zh ? `「${word}」` : `"${word}"`)).join(zh ? '或' : ' or ');
  if (field.type === 'date') return zh ? '日期，如 2019-03-01' : 'a date like 2019-03-01';
  if (field.type !== 'number') return zh ? '文字' : 'text';
  const { least, most } = boundsOf(field);
  const shown = field.unit === null ? '' : unitText(field.unit)[lang];
  const unit = shown === '' ? '' : zh ? `（${shown}）` : ` (${shown})`;
  const number = zh ? `数字${unit}` : `a number${unit}`;
  if (least !== null && most !== null)
    return zh ? `${number}，${least} 至 ${most}` : `${number} from ${least} to ${most}`;
  if (least !== null) return zh ? `${number}，不小于 ${least}` : `${number} of at least ${least}`;
  if (most !== null) return zh ? `${number}，不大于 ${most}` : `${number} of at most ${most}`;
  return number;
}

/** None begins with the name of the code: beside the field's own it would read as a second column of codes. */
const idText: Readonly<Record<IdKind, Readonly<Record<Lang, string>>>> = {
  uscc: {
    zh: '18 位数字和大写字母（统一社会信用代码）',
    en: '18 digits and capital letters (credit code)',
  },
  registration: { zh: '15 位数字（工商注册号）', en: '15 digits (registration number)' },
  organisation: { zh: '9 位数字和大写字母（组织机构代码）', en: '9 characters (organisation code)' },
};
