import type { Run } from '../model/run.js';
import type { Text } from '../model/text.js';

/** What every report of a part must say of itself; nothing for a whole run. */
export const partNotes = ({ part }: Pick<Run, 'part'>): readonly Text[] =>
  part === undefined
    ? []
    : [
        {
          zh: `仅含「${part.by.zh}」为「${part.word.zh}」的企业，名次是全部企业中的名次`,
          en: `Only firms whose ${part.by.en} is "${part.word.en}"; ranks are those among all firms`,
        },
      ];
