import { covers, neverHolds } from '../lint/ranges.js';
import { tellNever } from '../lint/tell-never.js';
import type { MethodLint } from './method.js';

/** Conditions asked in order: one that can never hold, one that an earlier one takes all firms from, and no rest at the end. */
export function lintConditions(
  entries: readonly { readonly when?: string | undefined }[],
  lint: MethodLint,
): void {
  const compiled = entries.map(({ when }) => (when === undefined ? null : lint.condition(when)));
  for (const [index, condition] of compiled.entries()) {
    if (condition === null) continue;
    const never = neverHolds(condition);
    if (never !== null)
      tellNever(never, condition, (args) => lint.report('profile.never-holds', [index, 'when'], args));
    const earlier = compiled.slice(0, index).find((one) => one !== null && covers(one, condition));
    if (earlier !== undefined && earlier !== null)
      lint.report('profile.never-reached', [index, 'when'], {
        condition: condition.text,
        earlier: earlier.text,
      });
  }
  if (entries.at(-1)?.when !== undefined) lint.report('profile.no-rest', [entries.length - 1, 'when'], {});
}
