import type { Argument, Finding, NoteId, SpokenArgument } from '../model/finding.js';
import { oneLine } from '../model/one-line.js';
import type { Position } from '../model/position.js';
import type { Lang, Text } from '../model/text.js';
import { kindOf } from './catalogue.js';
import type { Args, Said } from './define.js';

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** The A1 address, or the row number, or nothing. */
export function addressOf(at: Position): string {
  if ('row' in at) return 'column' in at ? `${columnName(at.column)}${at.row}` : String(at.row);
  return '';
}

/** 2025Q3.xlsx 「企业」 E37 — the place as a person finds it. */
export function placeOf(at: Position, lang: Lang): string {
  if ('line' in at && !('row' in at))
    return `${oneLine(at.file)}:${at.line}:${(at as { column?: number }).column ?? 1}`;
  const parts = [at.file];
  if ('sheet' in at && at.sheet !== '') parts.push(lang === 'zh' ? `「${at.sheet}」` : `"${at.sheet}"`);
  if ('row' in at) {
    const address = addressOf(at);
    const line =
      at.line && at.line !== at.row
        ? lang === 'zh'
          ? `（文件第 ${at.line} 行）`
          : ` (line ${at.line})`
        : '';
    if ('column' in at) parts.push(address + line);
    else parts.push((lang === 'zh' ? `第 ${address} 行` : `row ${address}`) + line);
  }
  return oneLine(parts.join(' '));
}

const notes: Record<NoteId, Text> = {
  'first-seen': { zh: '首次出现于', en: 'first seen at' },
  'other-value': { zh: '另一处为', en: 'the other value is at' },
  'same-row': { zh: '同一行', en: 'same row' },
  'seen-at': { zh: '见于', en: 'seen at' },
};

const isText = (one: Argument | undefined): one is Text =>
  typeof one === 'object' && one !== null && 'zh' in one;

/** An argument in one language: the only place where the names that a finding keeps are put into one. */
export function speak(one: Argument, lang: Lang): SpokenArgument {
  if (isText(one)) return one[lang];
  if (typeof one !== 'object' || one === null) return one;
  return one.map((word) => (isText(word) ? word[lang] : word));
}

const speakAll = (args: Finding['args'], lang: Lang): Args => {
  const spoken: Record<string, SpokenArgument> = {};
  for (const name in args) spoken[name] = speak(args[name] ?? null, lang);
  return spoken;
};

/** What was found, what was expected and what to do, in one language, from the catalogue. */
export function sayFinding(one: Finding, lang: Lang): Said {
  const kind = kindOf(one.id);
  if (kind === undefined) return { found: one.id, expected: '', fix: '' };
  const said = kind[lang](speakAll(one.args, lang));
  if (one.notes.length === 0) return said;
  const more = one.notes
    .map((note) => {
      const raw = note.raw === undefined ? '' : lang === 'zh' ? `「${note.raw}」` : ` "${note.raw}"`;
      return `${notes[note.id][lang]} ${placeOf(note.at, lang)}${raw}`;
    })
    .join(lang === 'zh' ? '；' : '; ');
  return { ...said, found: lang === 'zh' ? `${said.found}（${more}）` : `${said.found} (${more})` };
}

const joinZh = ({ found, expected, fix }: Said): string => {
  const body = [found, expected].filter(Boolean).join('；');
  return fix === '' ? body : `${body}${/[。？！]$/.test(body) ? '' : '。'}${fix}`;
};

const joinEn = ({ found, expected, fix }: Said): string => {
  const body = [found, expected].filter(Boolean).join('; ');
  return fix === ''
    ? body
    : `${body}${/[.?!]$/.test(body) ? ' ' : '. '}${fix.charAt(0).toUpperCase()}${fix.slice(1)}`;
};

/** One line: place, found; expected. fix. */
export function renderFinding(one: Finding, lang: Lang): string {
  const said = sayFinding(one, lang);
  const place = placeOf(one.at, lang);
  const body = lang === 'zh' ? joinZh(said) : joinEn(said);
  const line = oneLine(lang === 'zh' ? `${place}：${body}` : `${place}: ${body}`);
  if (!('excerpt' in one.at) || one.at.excerpt === undefined) return line;
  const at = one.at;
  const pad = ' '.repeat(Math.max(0, widthBefore(at.excerpt ?? '', at.column - 1)));
  return `${line}\n    ${at.excerpt}\n    ${pad}${'^'.repeat(Math.max(1, at.length ?? 1))}`;
}

/** Terminal columns taken by the first `count` characters: Chinese characters take two. */
function widthBefore(text: string, count: number): number {
  let width = 0;
  for (const char of text.slice(0, count))
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        char,
      )
        ? 2
        : 1;
  return width;
}
