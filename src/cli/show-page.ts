import { type Entry, markText, type Page } from '../model/page.js';
import type { Lang } from '../model/text.js';
import { columnsOf, padStart, widthOf, wrap } from './layout.js';
import { foreign } from './plain.js';

const WIDTH = 80;

/** A page on 80 columns of a terminal: titles to the left, figures to the right, what they rest on beneath. */
export function showPage(page: Page, lang: Lang): string {
  const lines = [...wrap(page.title, WIDTH), ...page.about.flatMap((line) => wrap(line, WIDTH))];
  if (page.notice !== null) lines.push(...wrap(page.notice, WIDTH));
  lines.push('');
  const labels = columnsOf(page.facts.map(({ label }) => [label, '|'])).map((line) => line.slice(0, -1));
  page.facts.forEach(({ value }, index) => {
    const label = labels[index]!;
    const indent = ' '.repeat(widthOf(label));
    lines.push(...wrap(value, WIDTH - indent.length).map((line, at) => (at === 0 ? label : indent) + line));
  });
  for (const { title, figure, entries } of page.sections) {
    lines.push('', ...ends(title, figure, ''));
    for (const entry of entries) lines.push(...entryLines(entry, lang));
  }
  return `${lines.map((line) => foreign(line.trimEnd())).join('\n')}\n`;
}

function entryLines({ mark, title, figure, notes }: Entry, lang: Lang): string[] {
  const before = mark === null ? '' : `[${markText[mark][lang]}] `;
  return [
    ...ends(`${before}${title}`, figure, '  '),
    ...notes.flatMap((note) => wrap(note, WIDTH - 6).map((line) => `      ${line}`)),
  ];
}

/** Left and right on one line where both fit; else the right one on a line of its own. */
function ends(left: string, right: string, indent: string): string[] {
  const room = WIDTH - indent.length;
  const lines = wrap(left, room).map((line) => indent + line);
  if (right === '') return lines;
  const last = lines.at(-1) ?? '';
  const free = WIDTH - widthOf(last) - 2;
  if (widthOf(right) <= free) return [...lines.slice(0, -1), `${last}  ${padStart(right, free)}`];
  return [...lines, ...wrap(right, room).map((line) => padStart(line, WIDTH))];
}
