// Long because the answers of a bank are told apart in one pass, by what they say and when.
import type { AnswerResult, Feedback } from '../model/feedback.js';
import type { Field } from '../model/field.js';
import type { Firms } from '../model/firms.js';
import type { CellPosition } from '../model/position.js';
import type { Origins } from './settle-periods.js';
import { type SideContext, type SideRow, takeSide } from './take-side.js';

/** The field of packs/core-fields that 二次推荐 reads, and what each answer says in it. */
const fed = 'first_result';
const results: ReadonlyMap<string, AnswerResult> = new Map([
  ['未授信', 'declined'],
  ['已授信', 'credited'],
  ['放款', 'drawn'],
]);
/** Of two answers of a day the one further along came later: money is drawn after it is credited. */
const along: readonly AnswerResult[] = ['declined', 'credited', 'drawn'];

export interface FeedbackContext extends SideContext {
  readonly origins: Origins;
  /** While reading: where a record's value of a field stands. */
  readonly cellOf: (record: number, field: string) => CellPosition | null;
}

export interface FeedbackTaker {
  take: ReturnType<typeof takeSide>['take'];
  /** Says what came of a file. */
  endFile(file: string): void;
  /** After all files: which answer of a firm counts, and the field that the latest of them feeds. */
  settle(): void;
  /** After `finish` of the intake: rows are given to their firms. */
  feedback(firms: Firms): Feedback;
}

interface Said {
  readonly from: SideRow;
  readonly record: number;
  readonly row: number;
  readonly result: AnswerResult;
  readonly date: number | null;
  readonly key: string;
}

/**
 * Banks' answers and results of 联合会诊. Of a firm's answers about one product of one bank, the latest decision counts
 * and earlier ones are superseded; every drawing counts. The latest of all answers fills 首次推荐结果 where the firm's
 * own rows leave it blank. Where they say 未授信 and a bank has lent since, the bank's answer is the later word and counts:
 * that is what 二次推荐 is for. A firm that says 已授信 where no bank does contradicts them (DESIGN rule 10).
 */
export function takeFeedback(context: FeedbackContext, fields: ReadonlyMap<string, Field>): FeedbackTaker {
  const { plan, rows, findings } = context;
  const side = takeSide(context, {
    fields,
    needs: ['result', 'solved'],
    gives: new Map([[fed, 'result']]),
    leave(row, at) {
      if (row.text('result') !== null || row.text('solved') !== null) return null;
      findings.add('row.feedback-no-answer', at, {});
      return 'no-answer';
    },
  });
  const set = new Set<SideRow>();
  const afterDecline = new Set<SideRow>();
  let told = 0;

  const supersede = (later: Said, earlier: Said, id: 'row.feedback-earlier' | 'row.feedback-contradicts') => {
    rows.supersede(earlier.row);
    set.add(earlier.from);
    const notes = [{ id: 'seen-at' as const, at: later.from.at }];
    const result = earlier.from.text('result') ?? '';
    const counts = later.from.text('result') ?? '';
    findings.add(id, earlier.from.at, { result, counts }, { firm: earlier.record, notes });
  };

  const settleFirm = (answers: readonly Said[]) => {
    const last = new Map<string, Said>();
    const counted: Said[] = [];
    for (const one of answers) {
      const decision = one.result !== 'drawn';
      const key = decision ? one.key : `${one.key} ${drawingOf(one.from)}`;
      const before = last.get(key);
      last.set(key, one);
      if (before === undefined) continue;
      if (sameWords(one.from, before.from)) {
        rows.supersede(before.row);
        set.add(before.from);
        const notes = [{ id: 'first-seen' as const, at: one.from.at }];
        findings.add(
          'row.duplicate',
          before.from.at,
          { id: before.from.id ?? '' },
          { firm: one.record, notes },
        );
      } else if (decision) {
        const open = one.date === before.date && one.result !== before.result;
        supersede(one, before, open ? 'row.feedback-contradicts' : 'row.feedback-earlier');
      }
    }
    let declined = false;
    for (const one of answers) {
      declined ||= one.result === 'declined';
      if (declined && hasLent(one)) afterDecline.add(one.from);
      if (!set.has(one.from)) counted.push(one);
    }
    const latest = counted.at(-1);
    if (latest !== undefined && feed(latest, answers.some(hasLent)) === 'own-declined')
      for (const one of answers) if (hasLent(one)) afterDecline.add(one.from);
  };

  /** Tells whether the firm's own rows say that it was declined, and the answer is later than that. */
  const feed = ({ from, row, result }: Said, anyLent: boolean): 'own-declined' | null => {
    const field = plan.fields.get(fed);
    if (field === undefined || field.type !== 'text') return null;
    let own: 'own-declined' | null = null;
    const store = context.storeOf(field);
    const word = result === 'declined' ? '未授信' : '已授信';
    for (const record of from.records) {
      const other = context.cellOf(record, fed);
      const filled = store.putText(record, word);
      if (filled === 'added') context.origins.set(`${record} ${fed}`, { row, field: fed });
      // One bank has lent, the latest to answer has not: both are so, and the firm's own word holds.
      if (filled !== 'differs' || (result === 'declined' && anyLent)) continue;
      const notes = other === null ? [] : [{ id: 'other-value' as const, at: other }];
      if (result !== 'declined') {
        const before = store.shown(record);
        own = 'own-declined';
        store.replaceText(record, word);
        context.origins.set(`${record} ${fed}`, { row, field: fed });
        const at = from.cellOf('result');
        findings.add(
          'cell.feedback-later',
          at,
          { raw: word, other: before, field: field.name },
          { firm: record, notes },
        );
        continue;
      }
      findings.add(
        'cell.contradiction',
        from.cellOf('result'),
        { raw: word, other: store.shown(record), field: field.name },
        { firm: record, notes, severity: plan.reads.includes(fed) ? 'error' : 'warning' },
      );
    }
    return own;
  };

  return {
    take: side.take,
    endFile(file) {
      const of = side.rows.slice(told);
      told = side.rows.length;
      const found = of.filter((one) => one.row !== null).length;
      findings.add('file.side-held', { file }, { found, outside: of.length - found });
    },
    settle() {
      const field = plan.fields.get(fed);
      // The column is there, though no row may fill it.
      if (field !== undefined && side.tables.some(({ ref }) => ref.columnOf.has('result')))
        context.storeOf(field);
      const byRecord = new Map<number, Said[]>();
      for (const from of side.rows) {
        const result = results.get(from.text('result') ?? '');
        if (from.row === null || from.record === null || result === undefined) continue;
        const key = JSON.stringify([from.text('bank'), from.text('product')]);
        const one = { from, record: from.record, row: from.row, result, date: from.number('date'), key };
        byRecord.set(from.record, [...(byRecord.get(from.record) ?? []), one]);
      }
      for (const answers of byRecord.values()) settleFirm(answers.sort(byTime));
    },
    feedback: (firms) => ({
      ...partsOf(
        side.rows.filter((one) => !set.has(one)),
        firms,
        afterDecline,
      ),
      tellsFirstLoans: side.tables.some(({ ref }) => ref.columnOf.has('first_loan')),
    }),
  };
}

const hasLent = ({ result }: Said): boolean => result !== 'declined';

/** An answer without a date comes before all that have one; what is still equal is told apart by its words. */
function byTime(a: Said, b: Said): number {
  const [from, to] = [a.date ?? Number.NEGATIVE_INFINITY, b.date ?? Number.NEGATIVE_INFINITY];
  if (from !== to) return from < to ? -1 : 1;
  const further = along.indexOf(a.result) - along.indexOf(b.result);
  if (further !== 0) return further;
  const [left, right] = [wordsOf(a.from), wordsOf(b.from)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Each drawing is one of its day and amount. */
const drawingOf = (row: SideRow): string =>
  JSON.stringify([row.number('date'), row.number('drawn_amount') ?? row.number('amount')]);

const wordsOf = (row: SideRow): string =>
  JSON.stringify([
    ...['bank', 'product', 'result', 'reason', 'cause', 'solved'].map((field) => row.text(field)),
    ...['amount', 'drawn_amount', 'rate', 'date', 'first_loan'].map((field) => row.number(field)),
  ]);

const sameWords = (a: SideRow, b: SideRow): boolean => wordsOf(a) === wordsOf(b);

function partsOf(
  rows: readonly SideRow[],
  firms: Firms,
  afterDecline: ReadonlySet<SideRow>,
): Pick<Feedback, 'answers' | 'sessions'> {
  const answers: Feedback['answers'][number][] = [];
  const sessions: Feedback['sessions'][number][] = [];
  for (const one of rows) {
    const firm = one.row === null ? -1 : firms.rows.firm[one.row]!;
    if (firm < 0) continue;
    const { at } = one;
    const date = one.number('date');
    const result = results.get(one.text('result') ?? '');
    if (result !== undefined) {
      const first = one.number('first_loan');
      answers.push({
        firm,
        at,
        date,
        bank: one.text('bank'),
        product: one.text('product'),
        result,
        ...amountsOf(one, result),
        rate: one.number('rate'),
        reason: one.text('reason'),
        firstLoan: first === null ? null : first === 1,
        afterDecline: afterDecline.has(one),
      });
    }
    const solved = one.text('solved');
    if (solved === null) continue;
    sessions.push({
      firm,
      at,
      date,
      cause: one.text('cause'),
      department: one.text('department'),
      remedy: one.text('remedy'),
      solved: solved === '已解决',
    });
  }
  return { answers, sessions };
}

/** Under 放款 a lone 金额 is what was drawn; a column 放款金额 of its own leaves 金额 to the credit. */
function amountsOf(row: SideRow, result: AnswerResult): { credit: number | null; drawn: number | null } {
  const [amount, drawn] = [row.number('amount'), row.number('drawn_amount')];
  if (result === 'declined') return { credit: null, drawn: null };
  if (result === 'credited') return { credit: amount, drawn };
  return drawn === null ? { credit: null, drawn: amount } : { credit: amount, drawn };
}
