import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessFirms } from '../../../src/analyse/index.js';
import { checkLedgers, firmLedger, reasonsOf, rowLedger } from '../../../src/decide/index.js';
import { EdgeError, Findings, renderFinding } from '../../../src/finding/index.js';
import type { Finding } from '../../../src/model/finding.js';
import type { Firms } from '../../../src/model/firms.js';
import type { Plan } from '../../../src/model/plan.js';
import {
  lintProfile,
  loadProfile,
  planFromYaml,
  runExamples,
  showProfile,
} from '../../../src/profile/index.js';
import { firmsOf } from '../../support/firms-builder.js';
import { put } from './assess-bytes.js';
import type { Draw } from './draw.js';
import { Broken, type Kind } from './kind.js';

const scraps = [
  ...'{ } [ ] : - ? | > & * ! % @ ` " \' # , <<: --- ... ~ null true 0 1 -1 1e999 .inf .nan 0x1F 1_000 0123 2025-02-30'.split(
    ' ',
  ),
  ...[
    '&a ',
    '*a',
    '!!binary x',
    '!!js/function x',
    '*all',
    '\t',
    '\n',
    '\r',
    '\0',
    '\u2028',
    '：',
    '，',
    '\u202e',
    '𠮷',
  ],
  ...'__proto__ constructor toString hasOwnProperty extends ../../x /etc/passwd packs/core-fields a/b/c CON'.split(
    ' ',
  ),
  ...'points total grade stage rank revenue 营业收入 / * + and or if then else 10% 500万元 60 years( coalesce('.split(
    ' ',
  ),
];

/** Profiles: the shipped ones, with lines, words, figures and signs damaged, exchanged and repeated. */
export function profileKind(root: string): Kind {
  const folder = join(root, 'profiles');
  const bad = join(root, 'test/profiles/bad');
  const read = (at: string) =>
    readdirSync(at)
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => readFileSync(join(at, name), 'utf8'));
  const shipped = read(folder);
  const all = [...shipped, ...read(join(folder, 'packs')), ...read(bad)];
  return {
    make(draw) {
      const text = mutateYaml(draw.pick(draw.chance(0.8) ? shipped : all), draw.pick(all), draw);
      const bytes = Buffer.from(text);
      if (draw.chance(0.05)) bytes[draw.below(bytes.length)] = draw.below(256);
      return { name: 'profile.yaml', bytes };
    },
    async judge(one, nth) {
      const path = put(one);
      const lines = one.bytes.toString('utf8').split(/\r\n?|\n/).length;
      try {
        const loaded = loadProfile(path, [folder]);
        tell(lintProfile(loaded, '2026-09-30'), lines);
        for (const lang of ['zh', 'en'] as const) showProfile(loaded, lang);
        tell(runExamples(loaded).findings, lines);
        const again = planFromYaml(loaded.yaml, 'again.yaml');
        if (again.hash !== loaded.plan.hash) throw new Broken('printed and read again it is another profile');
        holdScores(loaded.plan, nth);
        return { came: 'read', held: ['printed', 'scored'] };
      } catch (error) {
        if (!(error instanceof EdgeError)) throw error;
        if (error.exit !== 2) throw new Broken(`exit ${error.exit}`);
        tell(error.findings, lines);
        return { came: 'refused', held: [] };
      }
    },
  };
}

/** Each finding can be said, and stands at a line that is there. */
function tell(findings: readonly Finding[], lines: number): void {
  for (const one of findings) {
    for (const lang of ['zh', 'en'] as const) renderFinding(one, lang);
    const at = one.at as { file: string; line?: number; column?: number };
    if (at.line === undefined || at.column === undefined || at.line < 1 || at.column < 1)
      throw new Broken(`${one.id} has no place`);
    if (at.file === 'profile.yaml' && at.line > lines)
      throw new Broken(`${one.id} stands at line ${at.line}`);
  }
}

function mutateYaml(given: string, other: string, draw: Draw): string {
  let text = given;
  for (let left = 1 + draw.below(3); left > 0; left--) text = damage(text, other, draw);
  return text;
}

function damage(text: string, other: string, draw: Draw): string {
  const lines = text.split('\n');
  const at = draw.below(lines.length);
  const line = lines[at]!;
  const put = (...given: string[]) => [...lines.slice(0, at), ...given, ...lines.slice(at + 1)].join('\n');
  const column = draw.below(line.length + 1);
  switch (draw.below(13)) {
    case 0:
      return put();
    case 1:
      return put(line, line);
    case 2:
      return put(' '.repeat(draw.below(8)) + line.trimStart());
    case 3:
      return put(line, draw.pick(other.split('\n')));
    case 4:
      return put(draw.pick(lines));
    case 5:
      return put(line.slice(0, column) + draw.pick(scraps) + line.slice(column));
    case 6: {
      const words = line.match(/[\p{L}\p{N}_.%-]+/gu) ?? [];
      return words.length === 0
        ? put(draw.pick(scraps))
        : put(line.replace(draw.pick(words), draw.pick(scraps)));
    }
    case 7:
      return put(
        line.replace(/\d+(?:\.\d+)?/, (found) =>
          draw.pick(['0', '-1', '1e9', '0.1', '100.5', `${found}0`, '1e400']),
        ),
      );
    case 8: {
      const [a, b] = [draw.below(text.length), draw.below(text.length)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      return text.slice(0, a) + text.slice(draw.chance(0.7) ? Math.min(b, a + 60) : b);
    }
    case 9:
      return text.slice(0, draw.below(text.length));
    case 10: {
      const next = draw.below(lines.length);
      const changed = [...lines];
      [changed[at], changed[next]] = [changed[next]!, changed[at]!];
      return changed.join('\n');
    }
    case 11: {
      const word = draw.pick(text.match(/[\p{L}_][\p{L}\p{N}_]+/gu) ?? ['a']);
      return text.replaceAll(
        word,
        draw.chance(0.5) ? draw.pick(scraps) : draw.pick(other.match(/[\p{L}_][\p{L}\p{N}_]+/gu) ?? ['b']),
      );
    }
    default: {
      const colon = line.indexOf(': ');
      return colon < 0 ? put(line) : put(`${line.slice(0, colon + 2)}${draw.pick(scraps)}`);
    }
  }
}

const figures = [Number.NaN, 0, 1, -5, 0.3, 12.5, 1000, 3e7, 1e300];

/** Firms with figures of every size through a profile that loads: nobody is lost, and every total is a number or none. */
function holdScores(plan: Plan, nth: number): void {
  const firms = firmsFor(plan, nth);
  const findings = new Findings();
  const asOf = 20_700;
  const { scores, decisions } = assessFirms(firms, { plan, asOf, cohorts: null }, findings);
  const seen = { rows: firms.count, firms: firms.count };
  checkLedgers(rowLedger(firms, decisions.disposition), firmLedger(decisions), seen);
  reasonsOf(firms, plan, scores, decisions, asOf);
  for (const one of findings.all) for (const lang of ['zh', 'en'] as const) renderFinding(one, lang);
  for (const total of scores.total)
    if (Math.abs(total) === Number.POSITIVE_INFINITY) throw new Broken('a total of Infinity');
}

function firmsFor(plan: Plan, nth: number): Firms {
  const numbers = new Map<string, Float64Array>();
  const texts = new Map<string, readonly (string | null)[]>();
  const count = 9;
  const turns = Array.from({ length: count }, (_, firm) => nth + firm * 5);
  for (const [column, field] of [...plan.fields.values()].entries()) {
    const pick = <T>(list: readonly T[]): T[] =>
      turns.map((turn) => list[(turn + column * 3) % list.length]!);
    if (field.type === 'text') texts.set(field.id, pick(['未授信', null, '甲', '']));
    else if (field.type === 'boolean') numbers.set(field.id, Float64Array.from(pick([1, 0, Number.NaN])));
    else if (field.type === 'date')
      numbers.set(field.id, Float64Array.from(pick([18_000, Number.NaN, 20_600])));
    else numbers.set(field.id, Float64Array.from(pick(figures)));
  }
  return { ...firmsOf(turns.map(() => ({}))), numbers, texts };
}
