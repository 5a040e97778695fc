import type { ArgsOf, FindingId, Findings, PositionOf } from '../finding/index.js';
import type { Span } from '../model/expr.js';
import type { Severity } from '../model/finding.js';
import type { ProfilePosition } from '../model/position.js';
import { type Marks, type Path, type Place, type PlainMap, placeAt, positionOf } from './yaml/places.js';

export type ProfileFindingId = Extract<FindingId, `profile.${string}`>;
export type ProfileArgs<Id extends ProfileFindingId> = ArgsOf<Id>;

export interface ReportMore {
  /** The part of an expression that is meant. */
  readonly span?: Span;
  /** Point at the key, not at its value. */
  readonly key?: boolean;
  /** Where the same was seen first. */
  readonly first?: Path;
  readonly severity?: Severity;
}

/** Findings of a profile by path: the place in the right file is looked up here. */
export interface Reporter {
  readonly findings: Findings;
  /** Characters of expressions read for this profile so far. */
  readonly expressions: { read: number };
  add<Id extends ProfileFindingId>(id: Id, path: Path, args: ProfileArgs<Id>, more?: ReportMore): void;
  at(path: Path, more?: Pick<ReportMore, 'span' | 'key'>): ProfilePosition;
}

export const reporterOf = (root: PlainMap, marks: Marks, top: Place, findings: Findings): Reporter =>
  reporterAt(
    (path, more = {}) =>
      positionOf(placeAt(root, marks, top, path, more.key ? 'key' : 'value'), path, more.span),
    findings,
  );

/** A reporter over places that are known already, like those of a loaded profile. */
export const reporterAt = (at: Reporter['at'], findings: Findings): Reporter => ({
  findings,
  expressions: { read: 0 },
  at,
  add: (id, path, args, more = {}) => {
    const notes = more.first === undefined ? [] : [{ id: 'first-seen' as const, at: at(more.first) }];
    const severity = more.severity === undefined ? {} : { severity: more.severity };
    findings.add(id, at(path, more) as PositionOf<typeof id>, args, { notes, ...severity });
  },
});
