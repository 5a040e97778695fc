import { dispositions, dispositionText } from '../model/decisions.js';
import { type Standing, standings } from '../model/judged.js';
import type { Plan } from '../model/plan.js';
import type { Mark, Voice } from './column.js';
import { standingText } from './identify/identify-words.js';
import type { Fill } from './xlsx/styles.js';

const gradeFills = ['grade-1', 'grade-2', 'grade-3', 'grade-4', 'grade-5'] as const;

/** The fill of a grade, best to last spread over the five. The cell's text tells it too. */
export function gradeFill(grade: number, grades: number): Fill {
  const last = gradeFills.length - 1;
  return gradeFills[grades <= 1 ? 0 : Math.round((grade * last) / (grades - 1))]!;
}

/** Like the disposition that is nearest to it. */
const standingFill: Readonly<Record<Standing, Fill>> = {
  qualifies: 'whitelisted',
  not: 'below-line',
  unknown: 'warning',
  rejected: 'rejected',
  absent: 'below-line',
};

/** Which texts of a marked column are filled, as the column writes them. */
export function fillsOf(mark: Mark, plan: Pick<Plan, 'grades'>, voice: Voice): ReadonlyMap<string, Fill> {
  const codes = voice.headers === 'id';
  if (mark === 'disposition')
    return new Map(dispositions.map((one) => [codes ? one : dispositionText[one][voice.lang], one]));
  if (mark === 'standing')
    return new Map(standings.map((one) => [codes ? one : standingText[one][voice.lang], standingFill[one]]));
  return new Map(
    plan.grades.map((grade, index) => [
      codes ? grade.id : grade.name[voice.lang],
      gradeFill(index, plan.grades.length),
    ]),
  );
}
