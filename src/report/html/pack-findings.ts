import { placeOf, sayFinding } from '../../finding/index.js';
import type { Severity } from '../../model/finding.js';
import type { Position } from '../../model/position.js';
import type { Run } from '../../model/run.js';
import { findingsOf } from '../findings-of.js';
import { visible } from './markup.js';
import { packList, packPhrases, packTexts } from './pack-columns.js';
import type { PackedFindings, PackedKind } from './page/packed.js';

/** What a card tells of one firm; all of them stand in findings.csv, which the last line says. */
const MOST = 12;

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** The findings of each firm, the worst first, each text once. Cost: one text for each finding of a firm. */
export function packFindings(run: Run, order: readonly number[], sheets: SheetNames): PackedFindings {
  const { lang } = run;
  const findings = findingsOf(run);
  const kinds: PackedKind[] = [];
  const known = new Map<string, number>();
  const firm: number[] = [];
  const kind: (number | null)[] = [];
  const sheet: (number | null)[] = [];
  const [found, fix, at]: [string[], string[], string[]] = [[], [], []];
  for (let index = 0; index < order.length; index++) {
    const all = findings(order[index]!);
    if (all.length === 0) continue;
    const worst =
      all.length === 1 ? all : severities.flatMap((one) => all.filter((other) => other.severity === one));
    for (const one of worst.slice(0, MOST)) {
      const said = sayFinding(one, lang);
      const key = `${one.severity} ${one.id}`;
      const place = known.get(key) ?? kinds.push({ id: one.id, severity: one.severity }) - 1;
      known.set(key, place);
      firm.push(index);
      kind.push(place);
      found.push([said.found, said.expected].filter(Boolean).join(lang === 'zh' ? '；' : '; '));
      fix.push(said.fix);
      sheet.push(sheets.of(one.at));
      at.push(sheets.placeOn(one.at));
    }
    const rest = worst.length - MOST;
    if (rest <= 0) continue;
    firm.push(index);
    kind.push(-1);
    found.push(String(rest));
    fix.push('');
    sheet.push(null);
    at.push('');
  }
  return {
    firm: packList(firm),
    kind: packList(kind),
    kinds,
    found: packPhrases(found),
    fix: packTexts(fix),
    sheet: packList(sheet),
    at: packPhrases(at),
  };
}

/** Files and sheets as people say them, each once, in order of appearance. */
export interface SheetNames {
  of(at: Position): number;
  /** 2025Q3.xlsx 「企业」 E37 without its file and sheet: E37. */
  placeOn(at: Position): string;
  all(): string[];
}

export function sheetNames({ lang }: Run): SheetNames {
  const places = new Map<string, number>();
  const known = new Map<string, Map<string, string>>();
  const textOf = (at: Position): string => {
    const sheet = 'sheet' in at ? at.sheet : '';
    const sheets = known.get(at.file) ?? new Map<string, string>();
    const text = sheets.get(sheet) ?? placeOf({ file: at.file, sheet }, lang);
    known.set(at.file, sheets.set(sheet, text));
    return text;
  };
  return {
    of(at) {
      const text = textOf(at);
      const place = places.get(text) ?? places.size;
      if (place === places.size) places.set(text, place);
      return place;
    },
    placeOn: (at) => placeOf(at, lang).slice(textOf(at).length).trim(),
    all: () => [...places.keys()].map(visible),
  };
}
