import type { Cause, ListKind } from '../model/plan.js';
import type { Diagnosed } from '../model/reasons.js';
import type { Run } from '../model/run.js';
import type { Voice } from './column.js';
import { type FirmColumn, textColumn } from './firm-column.js';
import { blankText } from './say-held.js';

/**
 * What a joint session works from: the causes of each firm by code and in words, who sees to them and how, in one order
 * (the second department sees to the second cause), and what is still to be verified. Only on the kind of list whose
 * lists look for causes.
 */
export function causeColumns(run: Run, kind: ListKind, voice: Voice): FirmColumn[] {
  const { plan, reasons } = run;
  if (reasons === undefined || !plan.lists.some((list) => list.kind === kind && list.diagnose !== undefined))
    return [];
  const { lang } = voice;
  const joint = lang === 'zh' ? '；' : '; ';
  // The columns of one row ask for the same firm one after another.
  let asked: { readonly firm: number; readonly causes: readonly Diagnosed[] } = { firm: -1, causes: [] };
  const causesOf = (firm: number): readonly Diagnosed[] => {
    if (asked.firm !== firm) asked = { firm, causes: reasons.causes(firm) };
    return asked.causes;
  };
  const joined =
    (known: boolean, say: (cause: Cause, one: Diagnosed) => string, by = joint) =>
    (firm: number) =>
      causesOf(firm)
        .filter((one) => one.known === known)
        .map((one) => say(plan.causes![one.cause]!, one))
        .join(by) || null;
  const words = (cause: Cause, { held }: Diagnosed): string => {
    const text = cause.condition.text[lang];
    const blank = blankText(held.condition.reads, held.read, lang);
    if (blank === '') return text;
    return lang === 'zh' ? `${text}（${blank}）` : `${text} (${blank})`;
  };
  return [
    textColumn(
      'cause_codes',
      { zh: '原因代码', en: 'Cause codes' },
      joined(true, ({ id }) => id, ';'),
    ),
    textColumn('causes', { zh: '原因', en: 'Causes' }, joined(true, words)),
    textColumn(
      'departments',
      { zh: '责任部门', en: 'Departments' },
      joined(true, ({ department }) => department[lang]),
    ),
    textColumn(
      'remedies',
      { zh: '修复措施', en: 'Remedies' },
      joined(true, ({ remedy }) => remedy[lang]),
    ),
    textColumn(
      'to_verify',
      { zh: '待核实', en: 'To be verified' },
      voice.headers === 'id'
        ? joined(false, ({ id }) => id, ';')
        : joined(false, ({ condition }) => condition.text[lang]),
    ),
  ];
}
