import type { LintSubject } from './lint-subject.js';

/** Its id tells the year of its text; on the day asked for, it is in force. */
export function lintHead({ document, reporter }: LintSubject, asOf: string | null): void {
  const { profile, in_force: time } = document;
  if (!/-(?:19|20)\d\d$/.test(profile)) reporter.add('profile.id-without-year', ['profile'], { id: profile });
  if (asOf === null) return;
  // Dates as year-month-day stand in the order of their texts.
  if (time.to !== undefined && time.to < asOf)
    reporter.add('profile.not-in-force', ['in_force', 'to'], { edge: time.to, day: asOf, over: true });
  if (time.from > asOf)
    reporter.add('profile.not-in-force', ['in_force', 'from'], { edge: time.from, day: asOf, over: false });
}
