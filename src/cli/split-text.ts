import type { SheetSplit } from '../model/sheet-split.js';
import type { Lang } from '../model/text.js';
import { wrap } from './layout.js';
import { painter } from './paint.js';
import { foreign } from './plain.js';
import type { Shell } from './shell.js';

/** Whoever opens the workbook finds the rest on the next tab: said on the terminal too, since tabs are easily overlooked. */
const splitText = ({ file, sheet, sheets }: SheetSplit, lang: Lang): string =>
  lang === 'zh'
    ? `${foreign(file)} 的「${foreign(sheet)}」超过一张工作表的行数上限，接着写在后面，共 ${sheets} 张`
    : `${foreign(file)}: "${foreign(sheet)}" has more rows than a sheet takes and goes on, ${sheets} sheets in all`;

/** A line, or several on a narrow terminal, for each sheet that goes on in further ones. */
export function saySplits(splits: readonly SheetSplit[], shell: Shell): void {
  const paint = painter(shell.colour);
  const width = Math.min(80, shell.columns);
  for (const line of splits.flatMap((one) => wrap(splitText(one, shell.lang), width - 2)))
    shell.say(`  ${paint.warn(line)}`);
}
