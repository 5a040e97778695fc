import type { ProfileDocument } from '../document/document.js';
import { toText } from '../document/words.js';
import type { LoadedProfile } from '../load.js';
import { flow } from './flow.js';
import { modeline, type NewHead } from './head.js';
import { commentLine, commentLines, indicatorComment, partComments } from './words.js';

/**
 * A file of one's own that extends a profile: the figures that a zone usually changes stand in it as they are, so that it
 * gives the same results until one of them is changed. Each has a source to be filled in; a line that is deleted is
 * inherited again. What else can be changed follows as comments.
 */
export function starterOf({ document, plan }: LoadedProfile, head: NewHead): string {
  const source = { assumed: true, reason: `沿用 ${document.profile}，待填本区依据` };
  const parts = [
    opening(document, head),
    stages(document, source),
    entries('groups', figuresOf(document.groups, ['cap', 'min']), source),
    indicators(document, source),
    document.bonus === undefined
      ? []
      : [...comments('bonus'), `bonus: ${flow({ cap: document.bonus.cap, source })}`],
    entries('grades', figuresOf(document.grades, ['at_least', 'top']), source),
    entries('lists', figuresOf(document.lists, ['when']), source),
    entries('offers', figuresOf(document.offers, ['when', 'limit', 'rate', 'term']), source),
    more(document, plan.reads),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

function opening({ profile, name }: ProfileDocument, head: NewHead): string[] {
  return [
    ...modeline(head.schema),
    ...commentLines({
      zh: `本区的评价方案，在 ${profile}（${toText(name).zh}）上修改：改这里的数字即可，删去的行沿用原方案。`,
      en: `A profile of your own upon ${profile}: change figures here; what is deleted is inherited.`,
    }),
    `profile: ${head.id}`,
    `name: ${flow({ zh: `${head.id}（待填方案名称）`, en: `${head.id} (name to be filled in)` })}`,
    `about: ${flow({ zh: `在 ${profile} 上修改；待填：改了什么，依据哪份文件。`, en: `Changed from ${profile}; to be filled in.` })}`,
    `extends: ${profile}`,
    ...comments('in_force'),
    `in_force: ${flow({ from: head.from })}`,
    ...comments('status'),
    'status: sample',
    ...commentLines({
      zh: '出处 source：有文件的写 { document: 文件名和文号, issuer: 机关, clause: 条款 }；没有的写 { assumed: true, reason: 理由 }。',
      en: 'A source is a document with its clause, or assumed: true with a reason.',
    }),
  ];
}

const comments = (key: keyof ProfileDocument): string[] => {
  const text = partComments[key];
  return text === undefined ? [] : commentLines(text);
};

function stages(document: ProfileDocument, source: object): string[] {
  const stated = document.stages;
  if (stated === undefined) return [];
  return [
    ...comments('stages'),
    'stages:',
    ...(stated.by === undefined ? [] : [`  by: ${flow(stated.by)}`]),
    '  cuts:',
    ...stated.cuts.map((cut) => `    - ${flow(cut)}`),
    `  source: ${flow(source)}`,
  ];
}

/** An entry with what identifies it, its figures, and the words that say what it is. */
interface Line {
  readonly value: object;
  readonly name: string;
}

/** Entries that state one of the keys, with these keys only. */
function figuresOf<Key extends string>(
  all: readonly ({ readonly id: string; readonly name?: ProfileDocument['name'] | undefined } & Readonly<
    Partial<Record<Key, unknown>>
  >)[],
  keys: readonly Key[],
): Line[] {
  return all.flatMap((one) => {
    const figures = keys.filter((key) => one[key] !== undefined).map((key) => [key, one[key]] as const);
    if (figures.length === 0) return [];
    const name = one.name === undefined ? '' : toText(one.name).zh;
    return [{ value: { id: one.id, ...Object.fromEntries(figures) }, name }];
  });
}

function entries(key: 'groups' | 'grades' | 'lists' | 'offers', lines: Line[], source: object): string[] {
  return lines.length === 0 ? [] : [...comments(key), `${key}:`, ...listed(lines, source)];
}

const listed = (lines: readonly Line[], source: object): string[] =>
  lines.map(({ value, name }) =>
    `  - ${flow({ ...value, source })} ${name === '' ? '' : commentLine(name)}`.trimEnd(),
  );

function indicators(document: ProfileDocument, source: object): string[] {
  const lines = figuresOf(document.indicators, ['weight']);
  if (lines.length === 0) return [];
  const someInRules = lines.length < document.indicators.length;
  return [
    ...commentLines(indicatorComment(document.scale, someInRules)),
    'indicators:',
    ...listed(lines, source),
  ];
}

/** Lines that take effect once their first character is deleted. */
function more({ fields, indicators, vetoes }: ProfileDocument, reads: readonly string[]): string[] {
  const field = reads.find((id) => Object.hasOwn(fields, id));
  const figure = reads.find((id) => fields[id]?.type === 'number');
  const veto = vetoes[0]?.id;
  const indicator = indicators.find((one) => one.weight !== undefined)?.id ?? indicators[0]?.id;
  return [
    ...commentLines({
      zh: '还可以改的：删去行首的 # 即生效。表头的写法、去掉一条否决、核对用的整户案例。',
      en: 'More, in force once the first # is deleted: headers, a veto to take out, a whole firm to test.',
    }),
    ...(field === undefined ? [] : ['#fields:', `#  ${field}: { aliases: [本区表格的表头] }`]),
    ...(veto === undefined ? [] : ['#vetoes:', `#  - { id: ${veto}, remove: true }`]),
    ...(figure === undefined
      ? []
      : ['#cases:', `#  - { name: 某企业, firm: { ${figure}: 100 }, expect: { total: 60 } }`]),
    ...commentLines({
      zh: `改好后：profile lint 查漏，profile test 核对，profile diff 看改了什么${indicator === undefined ? '' : `；去掉一项指标写 - { id: ${indicator}, remove: true }，其余分值补足合计`}。`,
      en: 'Then: profile lint, profile test, profile diff.',
    }),
  ];
}
