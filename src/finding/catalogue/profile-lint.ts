// Long because it is a list: one entry a finding, text in two languages, no logic.
// One entry a way for a profile to load and still be wrong: what can never happen, what nobody reads, what was not shown.
import { casePartText } from '../../model/case-part.js';
import type { SpokenArgument } from '../../model/finding.js';
import { finding, quoteAll, say } from '../define.js';
import { meantEn, meantZh } from './meant.js';

const answer = (value: SpokenArgument, none: string): string => {
  if (value === null) return none;
  if (typeof value !== 'object') return String(value);
  return value.length === 0 ? none : value.join(', ');
};

/** What `profile lint` and `profile test` say of a profile that loads. */
export const profileLintFindings = {
  'profile.case-failed': finding({
    severity: 'error',
    sample: {
      name: '华新传感',
      what: 'total',
      expected: 62 as SpokenArgument,
      got: 60 as SpokenArgument,
    },
    zh: (a) =>
      say(
        `企业案例「${a.name}」的${casePartText[a.what]?.zh ?? a.what}为 ${answer(a.got, '空')}`,
        `案例写的是 ${answer(a.expected, '空')}`,
        '请核对案例或计分规则',
      ),
    en: (a) =>
      say(
        `the ${a.what} of the case "${a.name}": ${answer(a.got, 'nothing')}`,
        `it says ${answer(a.expected, 'nothing')}`,
        'check the case or the rules',
      ),
  }),
  'profile.id-without-year': finding({
    severity: 'warning',
    sample: { id: 'my-zone' },
    zh: (a) =>
      say(
        `方案编号「${a.id}」没有以年份结尾`,
        '规则逐年更换，编号以年份区分',
        `请改为 ${a.id}-2025 之类，文件名同改`,
      ),
    en: (a) =>
      say(
        `the id "${a.id}" does not end in a year`,
        'rules change by the year and their ids tell them apart',
        `write ${a.id}-2025 or the like, in the file name too`,
      ),
  }),
  'profile.not-in-force': finding({
    severity: 'warning',
    sample: { edge: '2024-12-31', day: '2025-12-31', over: true as boolean },
    zh: (a) =>
      say(
        a.over ? `本方案施行到 ${a.edge} 为止` : `本方案 ${a.edge} 才开始施行`,
        `${a.day} 不在施行期内`,
        '请换用当时的方案，或核对 in_force',
      ),
    en: (a) =>
      say(
        a.over ? `the profile was in force until ${a.edge}` : `the profile is in force from ${a.edge} on`,
        `${a.day} lies outside`,
        'take the profile of that time, or check in_force',
      ),
  }),
  'profile.field-unused': finding({
    severity: 'warning',
    sample: { field: 'patents' },
    zh: (a) =>
      say(`字段「${a.field}」没有任何规则、核对或名单用到`, '', '请删去，或检查是否漏写了用它的规则'),
    en: (a) =>
      say(
        `no rule, check or list reads the field "${a.field}"`,
        '',
        'delete it, or see whether the rule that reads it is missing',
      ),
  }),
  'profile.spelling-shared': finding({
    severity: 'warning',
    sample: { spelling: 'R&D 费用', other: 'r&d费用', field: 'rd_expense', own: 'rd_total' },
    zh: (a) =>
      say(
        `「${a.spelling}」与字段「${a.field}」的「${a.other}」只差大小写、空格或全半角`,
        '一个表头只能指一个字段',
        `请从「${a.own}」或「${a.field}」中删去一个`,
      ),
    en: (a) =>
      say(
        `"${a.spelling}" differs from "${a.other}" of the field "${a.field}" in case, blanks or width only`,
        'a header means one field',
        `take one of them out of "${a.own}" or "${a.field}"`,
      ),
  }),
  'profile.spelling-of-two-words': finding({
    severity: 'warning',
    sample: { spelling: '有', words: ['是', '已授权'] as readonly string[] },
    zh: (a) =>
      say(
        `「${a.spelling}」同时指${quoteAll(a.words, 'zh')}`,
        '一种写法只能指一个词',
        '请从其中一个词下删去',
      ),
    en: (a) =>
      say(
        `"${a.spelling}" means both ${quoteAll(a.words, 'en')}`,
        'a spelling means one word',
        'take it out of one of them',
      ),
  }),
  'profile.yes-no-as-text': finding({
    severity: 'info',
    sample: { field: 'authorised' },
    zh: (a) =>
      say(
        `字段「${a.field}」的词只有是和否`,
        '是否类的字段写 type: boolean，各种写法自动识别',
        '请改为 type: boolean，删去 words',
      ),
    en: (a) =>
      say(
        `the words of the field "${a.field}" are yes and no only`,
        'a yes/no field is type: boolean, and its spellings are known',
        'write type: boolean and delete words',
      ),
  }),
  'profile.word-unmatched': finding({
    severity: 'warning',
    sample: {
      word: '成长',
      name: 'stage',
      near: ['成长期'] as readonly string[],
      allowed: ['初创期', '成长期'] as readonly string[],
    },
    zh: (a) =>
      say(
        `${a.name} 永远不会是「${a.word}」`,
        a.allowed.length > 0 ? `可以是：${a.allowed.join('、')}` : '本方案没有定义它的取值',
        meantZh(a.near, '请改为其中之一'),
      ),
    en: (a) =>
      say(
        `${a.name} can never be "${a.word}"`,
        a.allowed.length > 0
          ? `it is one of ${quoteAll(a.allowed, 'en')}`
          : 'this profile gives it no values',
        meantEn(a.near, 'write one of those'),
      ),
  }),
  'profile.words-unscored': finding({
    severity: 'warning',
    sample: { words: ['市级', '县级'] as readonly string[] },
    zh: (a) =>
      say(
        `${quoteAll(a.words, 'zh')}没有分数，按没有数据处理`,
        '字段的每个词都应有分数',
        '请补上各词的分数，或写 else',
      ),
    en: (a) =>
      say(
        `${quoteAll(a.words, 'en')} earn nothing and count as missing`,
        'every word of the field has its points',
        'add their points, or write else',
      ),
  }),
  'profile.never-holds': finding({
    severity: 'warning',
    sample: {
      condition: 'total >= 120',
      subject: 'total',
      least: 0 as number | null,
      most: 100 as number | null,
    },
    zh: (a) =>
      say(
        `没有企业能满足「${a.condition}」`,
        a.least === null && a.most === null
          ? `几个条件对 ${a.subject} 的要求互相矛盾`
          : `${a.subject} ${[a.least === null ? '' : `最低 ${a.least}`, a.most === null ? '' : `最高 ${a.most}`].filter(Boolean).join('、')}`,
        '请核对界限，或删去这一项',
      ),
    en: (a) =>
      say(
        `no firm can meet "${a.condition}"`,
        a.least === null && a.most === null
          ? `its conditions contradict each other about ${a.subject}`
          : `${a.subject} is ${[a.least === null ? '' : `${a.least} at least`, a.most === null ? '' : `${a.most} at most`].filter(Boolean).join(', ')}`,
        'check the figure, or delete the entry',
      ),
  }),
  'profile.never-reached': finding({
    severity: 'warning',
    sample: { condition: 'patents >= 4', earlier: 'patents >= 1' },
    zh: (a) =>
      say(
        `「${a.condition}」永远轮不到：满足它的企业先满足了「${a.earlier}」`,
        '第一个成立的为准',
        '请把要求高的放在前面，或删去这一项',
      ),
    en: (a) =>
      say(
        `"${a.condition}" is never reached: whoever meets it meets "${a.earlier}" before`,
        'the first that holds counts',
        'put the stricter one first, or delete the entry',
      ),
  }),
  'profile.no-rest': finding({
    severity: 'info',
    sample: {},
    zh: () =>
      say(
        '最后一项也有条件',
        '各条件都不成立的企业没有着落，按没有数据（阶段则按错误）处理',
        '若应有其余一项，请在最后加上',
      ),
    en: () =>
      say(
        'the last entry has a condition too',
        'a firm that meets none of them counts as missing (for a stage: an error)',
        'add an entry for the rest at the end, if there should be one',
      ),
  }),
  'profile.grade-out-of-reach': finding({
    severity: 'warning',
    sample: { id: 'A', edge: 110, most: 100 },
    zh: (a) => say(`等级「${a.id}」要 ${a.edge} 分，没有企业能达到`, `总分最高 ${a.most}`, '请核对界限'),
    en: (a) =>
      say(
        `grade "${a.id}" asks for ${a.edge}, which no firm can reach`,
        `the highest total is ${a.most}`,
        'check the edge',
      ),
  }),
  'profile.band-rises': finding({
    severity: 'warning',
    sample: { edge: '25%', points: 12, after: '20%', next: 16 },
    zh: (a) =>
      say(
        `${a.edge} 一档得 ${a.points} 分，少于较差的${a.after === '' ? '其余' : ` ${a.after} 一档`}的 ${a.next} 分`,
        '较好的一档分数应较高',
        '请核对两档的分数；若确是越低越好，改用 at_most',
      ),
    en: (a) =>
      say(
        `the band ${a.edge} earns ${a.points}, less than the ${a.next} of the worse ${a.after === '' ? 'rest' : `band ${a.after}`}`,
        'the better band earns more',
        'check the points of both; where lower is better, use at_most',
      ),
  }),
  'profile.band-idle': finding({
    severity: 'warning',
    sample: { edge: '25%', points: 12, after: '20%', next: 12 },
    zh: (a) =>
      say(
        `${a.edge} 一档与${a.after === '' ? '其余' : ` ${a.after} 一档`}同为 ${a.points} 分`,
        '分数相同的两档就是一档',
        '请核对分数，或删去一档',
      ),
    en: (a) =>
      say(
        `the band ${a.edge} earns ${a.points} like ${a.after === '' ? 'the rest' : `the band ${a.after}`}`,
        'two bands that earn the same are one',
        'check the points, or delete one',
      ),
  }),
  'profile.weighs-nothing': finding({
    severity: 'warning',
    sample: { indicator: 'rd_ratio' },
    zh: (a) =>
      say(
        `指标「${a.indicator}」在每个阶段都是 0 分`,
        '指标至少在一个阶段有分',
        '请核对 weight，或删去该指标',
      ),
    en: (a) =>
      say(
        `the indicator "${a.indicator}" weighs 0 in every stage`,
        'an indicator has points in one stage at least',
        'check its weight, or delete it',
      ),
  }),
  'profile.stages-differ': finding({
    severity: 'warning',
    sample: { stages: ['初创期 100', '成长期 95'] as readonly string[] },
    zh: (a) => say(`各阶段的满分不同：${a.stages.join('、')}`, '总分和界限对各阶段应可比', '请核对权重'),
    en: (a) =>
      say(
        `stages differ in their highest total: ${a.stages.join(', ')}`,
        'totals and lines compare firms of all stages',
        'check the weights',
      ),
  }),
  'profile.cap-idle': finding({
    severity: 'warning',
    sample: { cap: 30, top: 20 },
    zh: (a) => say(`上限 ${a.cap} 分从不起作用`, `最多只能得 ${a.top} 分`, '请核对上限或各项分值'),
    en: (a) =>
      say(
        `the cap of ${a.cap} never cuts`,
        `${a.top} is the most that can be earned`,
        'check the cap or the points',
      ),
  }),
  'profile.coverage-idle': finding({
    severity: 'warning',
    sample: {},
    zh: () =>
      say(
        'coverage 从不起作用',
        '它只管 missing: reweight 的指标，本方案没有',
        '请删去，或核对各指标的 missing',
      ),
    en: () =>
      say(
        'coverage never matters',
        'it is about indicators with missing: reweight, and there are none',
        "delete it, or check the indicators' missing",
      ),
  }),
  'profile.no-examples': finding({
    severity: 'warning',
    sample: { indicator: 'rd_ratio' },
    zh: (a) =>
      say(`指标「${a.indicator}」没有示例`, '每个指标都应有示例，由 profile test 核对', '请补上 examples'),
    en: (a) =>
      say(
        `the indicator "${a.indicator}" has no example`,
        'every indicator has examples, which profile test runs',
        'add examples',
      ),
  }),
  'profile.edge-unshown': finding({
    severity: 'warning',
    sample: { indicator: 'rd_ratio', edge: '6%' },
    zh: (a) =>
      say(
        `没有示例恰在界限 ${a.edge} 上`,
        '官方表的每个界限都应有示例：略低、恰好、略高',
        `请在「${a.indicator}」的 examples 里补上`,
      ),
    en: (a) =>
      say(
        `no example stands exactly on the edge ${a.edge}`,
        'in an official table every edge has examples: just below, on it, just above',
        `add them to the examples of "${a.indicator}"`,
      ),
  }),
  'profile.empty-source': finding({
    severity: 'warning',
    sample: { said: '示例', assumed: true as boolean },
    zh: (a) =>
      a.assumed
        ? say(
            `假定的理由只写了「${a.said}」`,
            '理由应说明缺什么文件、数字怎么来',
            '请写明，如：权重未取得，为示例',
          )
        : say(`出处只写了「${a.said}」`, '出处应为文件名称和文号', '请写明，或改为 assumed: true 加理由'),
    en: (a) =>
      a.assumed
        ? say(
            `the reason for assuming is just "${a.said}"`,
            'a reason says which text is missing and where the figure comes from',
            'write it out, like: weights were not published, sample',
          )
        : say(
            `the source is just "${a.said}"`,
            'a source names the text and its number',
            'write it out, or make it assumed: true with a reason',
          ),
  }),
  'profile.assumed-in-official': finding({
    severity: 'error',
    sample: { reason: '分数界限未取得，为示例' },
    zh: (a) =>
      say(
        `官方方案里有假定的数字（${a.reason}）`,
        '官方方案的每个数字都出自文件',
        '请补出处，或改为 status: sample',
      ),
    en: (a) =>
      say(
        `an official profile has an assumed figure (${a.reason})`,
        'every figure of an official profile comes from a text',
        'name the text, or write status: sample',
      ),
  }),
};
