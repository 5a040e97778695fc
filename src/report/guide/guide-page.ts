import type { Lang, Text } from '../../model/text.js';
import { headersOf, type ReportTable, type Voice } from '../column.js';
import type { SheetCell, SheetSpec } from '../xlsx/write-sheet.js';
import type { RuleRow } from './rule-rows.js';

/** A part of a guide; left out where it has no lines. */
export interface GuideSection {
  readonly title: Text;
  readonly lines: readonly RuleRow[];
}

/** What a column means, by its id; none where its header says it. */
export type NoteOf = (id: string) => Text | undefined;

/** 说明 as a sheet: what each thing is called, what it means, where that comes from. */
export function guidePage(title: Text, sections: readonly GuideSection[], lang: Lang): SheetSpec {
  const zh = lang === 'zh';
  const rows: (readonly SheetCell[])[] = [];
  for (const { title: over, lines } of sections) {
    if (lines.length === 0) continue;
    const filled = (value: string | null): SheetCell => ({ value, fill: 'section' });
    rows.push([filled(over[lang]), filled(null), filled(null)]);
    for (const { name, fill, text, source } of lines)
      rows.push([fill === undefined ? name : { value: name, fill }, text || null, source || null]);
  }
  return {
    name: zh ? '说明' : 'How to read',
    columns: [
      { format: 'text', width: 30, wrap: true },
      { format: 'text', width: 76, wrap: true },
      { format: 'text', width: 50, wrap: true },
    ],
    head: [
      { kind: 'title', cells: [zh ? `${title.zh} 说明` : `${title.en}: how to read this file`] },
      { kind: 'header', cells: zh ? ['项目', '说明', '出处'] : ['Item', 'What it means', 'Source'] },
    ],
    repeat: 1,
    rows,
    freeze: true,
  };
}

/** A line without a source. */
export const guideLine = (name: Text, text: Text, lang: Lang): RuleRow => ({
  name: name[lang],
  text: lang === 'zh' ? text.zh : capital(text.en),
  source: '',
});

/** Columns that need a word, each once, in the order in which they stand. */
export function columnLines(
  tables: readonly { readonly columns: ReportTable['columns']; readonly noteOf: NoteOf }[],
  voice: Voice,
): RuleRow[] {
  const told = new Map<string, RuleRow>();
  for (const { columns, noteOf } of tables) {
    const headers = headersOf(columns, voice);
    columns.forEach(({ id }, index) => {
      const note = noteOf(id);
      if (note === undefined) return;
      const name = headers[index]!;
      told.set(`${name}\n${note[voice.lang]}`, guideLine({ zh: name, en: name }, note, voice.lang));
    });
  }
  return [...told.values()];
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

export const aboutTitle: Text = { zh: '这份文件', en: 'This file' };
export const columnsTitle: Text = { zh: '各列怎么看', en: 'What the columns mean' };
export const listsTitle: Text = { zh: '名单与条件', en: 'Lists and their conditions' };
export const gradesTitle: Text = { zh: '等级', en: 'Grades' };
export const indicatorsTitle: Text = {
  zh: '指标、分值和计分方法',
  en: 'Indicators, weights and how they are scored',
};
