import { type AskedAdjustment, adjust } from '../decide/index.js';
import type { Adjustment } from '../model/adjustment.js';
import type { Decisions } from '../model/decisions.js';
import type { Firms } from '../model/firms.js';
import type { Plan } from '../model/plan.js';
import { z } from '../model/zod.js';

const line = z.object({
  firm: z.int().nullable(),
  id: z.string().nullable(),
  name: z.string().nullable(),
  list: z.string().nullable(),
  listText: z.string().nullable(),
  direction: z.enum(['in', 'out']).nullable(),
  reason: z.string().nullable(),
  approver: z.string().nullable(),
  date: z.number().nullable(),
  effect: z.enum([
    'done',
    'no-change',
    'superseded',
    'not-in-input',
    'unknown-list',
    'no-direction',
    'no-reason',
    'no-approver',
    'contradiction',
    'rejected',
    'vetoed',
  ]),
  at: z.object({ file: z.string(), sheet: z.string(), row: z.number(), line: z.exactOptional(z.number()) }),
});

/** data/adjustments.ndjson → the adjustments of a run, firms by their place in data/firms.csv; null where it is none. */
export function readAdjustments(text: string, plan: Plan): readonly Adjustment[] | null {
  const adjustments: Adjustment[] = [];
  for (const one of text.split('\n')) {
    if (one === '') continue;
    const read = line.safeParse(JSON.parse(one));
    if (!read.success) return null;
    const { list, ...rest } = read.data;
    const index = list === null ? null : plan.lists.findIndex((known) => known.id === list);
    if (index === -1) return null;
    adjustments.push({ ...rest, list: index });
  }
  return adjustments;
}

/**
 * What people decided, laid over the rules' decisions again: only what was done then is done now. Firms are known by
 * their codes, so that some firms of a run will do.
 */
export function applyAdjustments(
  plan: Plan,
  firms: Pick<Firms, 'ids'>,
  decisions: Decisions,
  adjustments: readonly Adjustment[],
): Decisions {
  const place = new Map(firms.ids.map((id, firm) => [id, firm]));
  const done = adjustments.filter((one) => one.effect === 'done' && place.has(one.id));
  if (done.length === 0) return decisions;
  return adjust(
    plan,
    decisions,
    done.map(
      ({ effect: _, ...one }): AskedAdjustment => ({ ...one, firm: place.get(one.id)!, cannot: null }),
    ),
  ).decisions;
}
