import type { Summary } from '../jobs/assess/summarise.js';
import type { Lang, Text } from '../model/text.js';
import { foreign } from './plain.js';

const keys = ['without', 'absent', 'unreadable'] as const;

/** A line for each kind of thing that was not there: fields by the names that people know, files as they are called. */
export function leftBlank(
  summary: Pick<Summary, (typeof keys)[number]>,
  nameOf: (field: string) => Text | undefined,
  text: Readonly<Record<(typeof keys)[number], string>>,
  lang: Lang,
): string[] {
  const zh = lang === 'zh';
  return keys
    .filter((key) => summary[key].length > 0)
    .map((key) => {
      const names = summary[key].map((one) => foreign(nameOf(one)?.[lang] ?? one));
      return `${text[key]}${zh ? '：' : ': '}${names.join(zh ? '、' : ', ')}`;
    });
}
