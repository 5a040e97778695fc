import type { Lang } from '../model/text.js';

/** The reserved words and their spellings, the one that people read in each language first. */

export type Keyword =
  | 'and'
  | 'or'
  | 'not'
  | 'in'
  | 'not in'
  | 'between'
  | 'not between'
  | 'to'
  | 'is'
  | 'missing'
  | 'is missing'
  | 'is not missing'
  | 'if'
  | 'then'
  | 'else'
  | 'true'
  | 'false';

interface Spelling {
  readonly keyword: Keyword;
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

const spellings: readonly Spelling[] = [
  { keyword: 'and', en: ['and'], zh: ['且', '并且'] },
  { keyword: 'or', en: ['or'], zh: ['或', '或者'] },
  { keyword: 'not', en: ['not'], zh: ['非'] },
  { keyword: 'in', en: ['in'], zh: ['属于'] },
  { keyword: 'not in', en: ['not in'], zh: ['不属于'] },
  { keyword: 'between', en: ['between'], zh: ['介于'] },
  { keyword: 'not between', en: ['not between'], zh: ['不介于'] },
  { keyword: 'to', en: ['and'], zh: ['至'] },
  { keyword: 'is', en: ['is'], zh: [] },
  { keyword: 'missing', en: ['missing', 'null'], zh: [] },
  { keyword: 'is missing', en: ['is missing'], zh: ['为空', '缺失'] },
  { keyword: 'is not missing', en: ['is not missing'], zh: ['不为空', '不缺失'] },
  { keyword: 'if', en: ['if'], zh: ['如果', '若'] },
  { keyword: 'then', en: ['then'], zh: ['则'] },
  { keyword: 'else', en: ['else'], zh: ['否则'] },
  { keyword: 'true', en: ['true'], zh: ['是'] },
  { keyword: 'false', en: ['false'], zh: ['否'] },
];

const byWord = new Map<string, Keyword>();
const byKeyword = new Map<Keyword, Spelling>();
for (const one of spellings) {
  byKeyword.set(one.keyword, one);
  for (const word of [...one.en, ...one.zh]) {
    // English words of two tokens are put together by the parser; `and` in `between … and …` is the same word.
    if (!word.includes(' ') && !byWord.has(word)) byWord.set(word, one.keyword);
  }
}

/** The keyword that a word is, in any case (AND, And); null for a name. */
export const keyword = (word: string): Keyword | null => byWord.get(word.toLowerCase()) ?? null;

/** The spelling for people. */
export const spell = (word: Keyword, lang: Lang): string =>
  byKeyword.get(word)?.[lang][0] ?? byKeyword.get(word)?.en[0] ?? word;
