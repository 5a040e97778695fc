// Long because it is a list: one entry a way to be wrong in a profile's rules and figures, text in two languages, no logic.
import { finding, say } from '../define.js';
import { meantEn, meantZh } from './meant.js';

const typesZh: Readonly<Record<string, string>> = {
  number: '数字',
  text: '文字',
  boolean: '是否',
  date: '日期',
};
const typesEn: Readonly<Record<string, string>> = {
  number: 'number',
  text: 'text',
  boolean: 'yes/no',
  date: 'date',
};
const all = (words: readonly string[], names: Readonly<Record<string, string>>): readonly string[] =>
  words.map((word) => names[word] ?? word);

/** Trouble with what a profile says: its figures, its names, its sums. */
export const profileRuleFindings = {
  'profile.not-a-quantity': finding({
    severity: 'error',
    sample: { raw: '十万' },
    zh: (a) => say(`「${a.raw}」不是数值`, '数值写作 0.06、6% 或 500 万元', '请改写'),
    en: (a) => say(`"${a.raw}" is not a figure`, 'a figure is written 0.06, 6% or 500 万元', 'rewrite it'),
  }),
  'profile.needs-unit': finding({
    severity: 'error',
    sample: { raw: '500', unit: '万元', suggestion: '500 万元' },
    zh: (a) =>
      say(
        `金额「${a.raw}」没有写单位`,
        '金额必须写明单位，以免元与万元相混',
        `请写作 ${a.suggestion}（或元、亿元等）`,
      ),
    en: (a) =>
      say(
        `the amount ${a.raw} has no unit`,
        'money states its unit, so that 元 and 万元 are never mixed up',
        `write ${a.suggestion} (or 元, 亿元 …)`,
      ),
  }),
  'profile.money-for-plain': finding({
    severity: 'error',
    sample: { raw: '500 万元' },
    zh: (a) =>
      say(
        `「${a.raw}」是金额`,
        '这里的值不是金额，而是比例、数量或分数',
        '请去掉货币单位，或检查 value 是否写对',
      ),
    en: (a) =>
      say(
        `"${a.raw}" is money`,
        'the value here is a ratio, a count or points',
        'take the money unit away, or check the value',
      ),
  }),
  'profile.percent-for-money': finding({
    severity: 'error',
    sample: { raw: '10%', unit: '万元' },
    zh: (a) => say(`「${a.raw}」是比例`, `这里应为金额（如 10 ${a.unit}）`, '请改写，或检查 value 是否写对'),
    en: (a) =>
      say(
        `"${a.raw}" is a ratio`,
        `money is expected here (like 10 ${a.unit})`,
        'rewrite it, or check the value',
      ),
  }),
  'profile.wrong-currency': finding({
    severity: 'error',
    sample: { raw: '100 万美元', unit: '万元' },
    zh: (a) => say(`「${a.raw}」的币种不同`, `这里的值以${a.unit}计`, '请按同一币种书写'),
    en: (a) =>
      say(`"${a.raw}" is in another currency`, `the value here is in ${a.unit}`, 'write it in that currency'),
  }),
  'profile.percent-wanted': finding({
    severity: 'error',
    sample: { raw: '10' },
    zh: (a) =>
      say(
        `「${a.raw}」没有写百分号，会当作 ${a.raw} 倍`,
        '该指标以 % 计',
        `请写作 ${a.raw}%（若确指 ${a.raw} 倍，写作百分数）`,
      ),
    en: (a) =>
      say(
        `${a.raw} without a percent sign would be ${a.raw} times`,
        'the indicator is in %',
        `write ${a.raw}%`,
      ),
  }),
  'profile.unknown-field': finding({
    severity: 'error',
    sample: { name: 'revenu', near: ['revenue'] as readonly string[] },
    zh: (a) => say(`没有字段「${a.name}」`, '', meantZh(a.near, '请先在 fields 里定义，或改正名称')),
    en: (a) =>
      say(
        `there is no field "${a.name}"`,
        '',
        meantEn(a.near, 'define it under fields, or correct the name'),
      ),
  }),
  'profile.unknown-group': finding({
    severity: 'error',
    sample: {
      group: 'inovation',
      near: ['innovation'] as readonly string[],
      groups: ['innovation', 'growth'] as readonly string[],
    },
    zh: (a) =>
      say(
        `没有名为「${a.group}」的分组`,
        a.groups.length > 0 ? `已有分组：${a.groups.join('、')}` : '方案还没有 groups',
        meantZh(a.near, '请在 groups 里添加'),
      ),
    en: (a) =>
      say(
        `there is no group "${a.group}"`,
        a.groups.length > 0 ? `groups: ${a.groups.join(', ')}` : 'the profile has no groups',
        meantEn(a.near, 'add it under groups'),
      ),
  }),
  'profile.unknown-stage': finding({
    severity: 'error',
    sample: {
      stage: '成熟期',
      near: ['稳定期'] as readonly string[],
      stages: ['初创期', '成长期', '稳定期'] as readonly string[],
    },
    zh: (a) =>
      say(
        `没有名为「${a.stage}」的阶段`,
        a.stages.length > 0 ? `已有阶段：${a.stages.join('、')}` : '方案没有划分阶段',
        meantZh(a.near, a.stages.length > 0 ? '请改为其中之一' : '请写一个数字，或添加 stages'),
      ),
    en: (a) =>
      say(
        `there is no stage "${a.stage}"`,
        a.stages.length > 0 ? `stages: ${a.stages.join(', ')}` : 'the profile has no stages',
        meantEn(a.near, a.stages.length > 0 ? 'choose one of them' : 'write one number, or add stages'),
      ),
  }),
  'profile.unknown-unit': finding({
    severity: 'error',
    sample: {
      unit: '万',
      near: ['万元'] as readonly string[],
      allowed: ['万元', '%', '人'] as readonly string[],
    },
    zh: (a) =>
      say(
        `单位「${a.unit}」不能用在这里`,
        `可用：${a.allowed.join('、')}`,
        meantZh(a.near, '请改为其中之一'),
      ),
    en: (a) =>
      say(
        `the unit "${a.unit}" cannot stand here`,
        `units: ${a.allowed.join(', ')}`,
        meantEn(a.near, 'choose one of them'),
      ),
  }),
  'profile.unit-not-canonical': finding({
    severity: 'error',
    sample: { unit: '元', canonical: '万元' },
    zh: (a) =>
      say(
        `字段的单位写了「${a.unit}」`,
        `金额在方案里统一以${a.canonical}计；表格用什么单位由表头决定，会自动换算`,
        `请改为 ${a.canonical}`,
      ),
    en: (a) =>
      say(
        `the field is in ${a.unit}`,
        `money is kept in ${a.canonical}; what unit a spreadsheet uses is told by its header and converted`,
        `write ${a.canonical}`,
      ),
  }),
  'profile.currency-differs': finding({
    severity: 'error',
    sample: { currency: 'USD', unit: '万元' },
    zh: (a) =>
      say(`币种「${a.currency}」与单位「${a.unit}」不符`, '', '美元写作 unit: 万美元；人民币可不写 currency'),
    en: (a) =>
      say(
        `the currency ${a.currency} does not fit the unit ${a.unit}`,
        '',
        'dollars are unit: 万美元; yuan need no currency',
      ),
  }),
  'profile.reserved-id': finding({
    severity: 'error',
    sample: { id: 'total' },
    zh: (a) => say(`字段不能叫「${a.id}」`, '这个名称在表达式里另有含义', '请换一个名称'),
    en: (a) =>
      say(
        `a field cannot be called "${a.id}"`,
        'the name means something else in expressions',
        'choose another',
      ),
  }),
  'profile.only-for': finding({
    severity: 'error',
    sample: { key: 'words', type: 'text' },
    zh: (a) => say(`「${a.key}」的这种写法只用于${typesZh[a.type] ?? a.type}字段`, '', '请删去，或改正 type'),
    en: (a) =>
      say(
        `"${a.key}" like this is for ${typesEn[a.type] ?? a.type} fields only`,
        '',
        'delete it, or correct the type',
      ),
  }),
  'profile.bounds-order': finding({
    severity: 'error',
    sample: { min: 10, max: 5 },
    zh: (a) => say(`上限 ${a.max} 小于下限 ${a.min}`, '', '请对调或改正'),
    en: (a) => say(`max ${a.max} is below min ${a.min}`, '', 'swap or correct them'),
  }),
  'profile.spelling-taken': finding({
    severity: 'error',
    sample: { spelling: '研发投入', field: 'rd_expense', own: 'rd_input' },
    zh: (a) =>
      say(
        `「${a.spelling}」已经指字段 ${a.field}`,
        '一个表头名称只能对应一个字段',
        `请删去一处；若要让它改指 ${a.own}，在 ${a.field} 下写 not: [${a.spelling}]`,
      ),
    en: (a) =>
      say(
        `"${a.spelling}" already means the field ${a.field}`,
        'a header means one field',
        `delete one; to make it mean ${a.own}, write not: [${a.spelling}] under ${a.field}`,
      ),
  }),
  'profile.role-twice': finding({
    severity: 'error',
    sample: { role: 'id', fields: ['credit_code', 'org_code'] as readonly string[] },
    zh: (a) =>
      say(
        `有两个字段的 role 都是「${a.role}」：${a.fields.join('、')}`,
        '每种角色只能有一个字段',
        '请删去一处 role',
      ),
    en: (a) =>
      say(`two fields have the role ${a.role}: ${a.fields.join(', ')}`, 'one field has a role', 'delete one'),
  }),
  'profile.no-id-field': finding({
    severity: 'error',
    sample: {},
    zh: () =>
      say(
        '没有识别企业的字段',
        '须有一个 role: id 的文字字段（统一社会信用代码）',
        '请加上，或 extends: packs/core-fields',
      ),
    en: () =>
      say(
        'no field identifies a firm',
        'one text field has role: id (the unified social credit code)',
        'add it, or write extends: packs/core-fields',
      ),
  }),
  'profile.check-without-field': finding({
    severity: 'error',
    sample: { id: 'rd-within-revenue' },
    zh: (a) =>
      say(
        `核对「${a.id}」没有用到任何字段`,
        'hold 应写字段之间的关系，如 rd_expense <= revenue',
        '请改写，或删去这一条',
      ),
    en: (a) =>
      say(
        `the check "${a.id}" reads no field`,
        'hold states how fields relate, like rd_expense <= revenue',
        'rewrite or delete it',
      ),
  }),
  'profile.cut-twice': finding({
    severity: 'error',
    sample: {},
    zh: () => say('同一个阶段界限写了 below 和 when', '每条界限只写一种', '请删去其中之一'),
    en: () => say('one cut has both below and when', 'a cut states one', 'delete one of them'),
  }),
  'profile.cut-rest-first': finding({
    severity: 'error',
    sample: { stage: '成长期' },
    zh: (a) =>
      say(
        `「${a.stage}」没有界限，其后的阶段永远轮不到`,
        '没有界限的阶段表示“其余”，只能放在最后',
        '请补上 below，或移到最后',
      ),
    en: (a) =>
      say(
        `"${a.stage}" has no edge, so no later stage is ever reached`,
        'a stage without an edge is the rest and stands last',
        'add below, or move it to the end',
      ),
  }),
  'profile.cut-order': finding({
    severity: 'error',
    sample: { below: '300 万元', stage: '成长期' },
    zh: (a) => say(`「${a.stage}」的界限 ${a.below} 不大于前一阶段`, '界限应从小到大', '请改正次序或数值'),
    en: (a) =>
      say(
        `the edge ${a.below} of "${a.stage}" is not above the one before`,
        'edges rise',
        'correct the order or the figure',
      ),
  }),
  'profile.no-method': finding({
    severity: 'error',
    sample: { methods: ['linear', 'bands'] as readonly string[] },
    zh: (a) => say('没有写计分方法', `score 下写其中一种：${a.methods.join('、')}`, '请补上'),
    en: (a) => say('no scoring method is named', `score holds one of ${a.methods.join(', ')}`, 'add one'),
  }),
  'profile.two-methods': finding({
    severity: 'error',
    sample: { methods: ['linear', 'bands'] as readonly string[] },
    zh: (a) =>
      say(
        `写了 ${a.methods.length} 种计分方法：${a.methods.join('、')}`,
        '每个指标只用一种；取其高者用 best_of',
        '请删去其余',
      ),
    en: (a) =>
      say(
        `${a.methods.length} scoring methods stand here: ${a.methods.join(', ')}`,
        'an indicator has one; best_of takes the better',
        'delete the others',
      ),
  }),
  'profile.value-with-best-of': finding({
    severity: 'error',
    sample: { method: 'best_of' },
    zh: (a) => say(`${a.method} 的各项自带取值或条件`, '指标本身不再写 value', '请删去这一行'),
    en: (a) =>
      say(
        `the entries of ${a.method} have values or conditions of their own`,
        'the indicator itself has none',
        'delete this line',
      ),
  }),
  'profile.case-rest-first': finding({
    severity: 'error',
    sample: {},
    zh: () =>
      say('没有写 when 的一项表示“其余”，其后的各项永远轮不到', '它只能放在最后', '请补上 when，或移到最后'),
    en: () =>
      say(
        'an entry without `when` is the rest, so none after it is ever reached',
        'the rest stands last',
        'add `when`, or move it to the end',
      ),
  }),
  'profile.mixed-options': finding({
    severity: 'error',
    sample: { methods: ['linear', 'bands'] as readonly string[] },
    zh: (a) =>
      say(
        `各选项的分数不能比较：${a.methods.join('、')}`,
        'linear、rank 得的是比例，其余方法得的是分数',
        '请统一为比例或分数',
      ),
    en: (a) =>
      say(
        `the options cannot be compared: ${a.methods.join(', ')}`,
        'linear and rank give shares, the other methods points',
        'use shares or points throughout',
      ),
  }),
  'profile.mark-of-field': finding({
    severity: 'error',
    sample: {},
    zh: () => say('mark 直接取一列评分', 'value 应只是一个字段名', '请写字段名；要计算请用别的方法'),
    en: () =>
      say(
        'mark takes the marks of a column',
        'its value is a field and nothing else',
        'write a field, or use another method',
      ),
  }),
  'profile.method-type': finding({
    severity: 'error',
    sample: { method: 'linear', found: 'text', allowed: ['number'] as readonly string[] },
    zh: (a) =>
      say(
        `value 是${typesZh[a.found] ?? a.found}，${a.method} 不能计分`,
        `${a.method} 用于${all(a.allowed, typesZh).join('或')}`,
        '请换方法，或检查 value',
      ),
    en: (a) =>
      say(
        `the value is ${typesEn[a.found] ?? a.found}, which ${a.method} cannot score`,
        `${a.method} is for ${all(a.allowed, typesEn).join(' or ')}`,
        'use another method, or check the value',
      ),
  }),
  'profile.negative-points': finding({
    severity: 'error',
    sample: { points: -5 },
    zh: (a) =>
      say(
        `分数 ${a.points} 是负数`,
        '各项分数不能为负；扣分写正数，放在 part: deduction 的分组',
        '请改为正数',
      ),
    en: (a) =>
      say(
        `${a.points} points are negative`,
        'points are never negative; deductions are positive points in a group with part: deduction',
        'write a positive number',
      ),
  }),
  'profile.not-positive': finding({
    severity: 'error',
    sample: { key: 'per', found: 0 },
    zh: (a) => say(`「${a.key}」为 ${a.found}`, '应大于 0', '请改正'),
    en: (a) => say(`"${a.key}" is ${a.found}`, 'it is above 0', 'correct it'),
  }),
  'profile.cap-too-low': finding({
    severity: 'error',
    sample: { cap: 1, points: 3 },
    zh: (a) => say(`最高分 ${a.cap} 小于每个单位的 ${a.points} 分`, '', '请提高 cap 或降低 points'),
    en: (a) =>
      say(`the cap ${a.cap} is below the ${a.points} points of one unit`, '', 'raise cap or lower points'),
  }),
  'profile.linear-range': finding({
    severity: 'error',
    sample: { full: '0', floor: '0' },
    zh: (a) =>
      say(
        `满分值 ${a.full} 与起点 ${a.floor} 之间没有区间`,
        'full 与 floor 不能相等；越低越好时 full 小于 floor，且两者都要写',
        '请改正',
      ),
    en: (a) =>
      say(
        `there is no range between full ${a.full} and floor ${a.floor}`,
        'they differ; where lower is better, full is below floor and both are stated',
        'correct them',
      ),
  }),
  'profile.band-edge': finding({
    severity: 'error',
    sample: {
      found: ['at_least', 'above'] as readonly string[],
      allowed: ['at_least', 'above', 'at_most', 'below'] as readonly string[],
    },
    zh: (a) =>
      say(
        a.found.length === 0 ? '没有写分档' : `分档同时写了 ${a.found.join('、')}`,
        `只写一种：${a.allowed.join('、')}（at_least、at_most 含界限，above、below 不含）`,
        '请改正',
      ),
    en: (a) =>
      say(
        a.found.length === 0 ? 'no bands stand here' : `bands are written as ${a.found.join(' and ')}`,
        `one of ${a.allowed.join(', ')} (at_least and at_most hold their edge, above and below do not)`,
        'correct it',
      ),
  }),
  'profile.band-order': finding({
    severity: 'error',
    sample: { key: 'at_least', before: '20%', edge: '25%' },
    zh: (a) =>
      say(
        `界限 ${a.edge} 排在 ${a.before} 之后`,
        a.key === 'at_least' || a.key === 'above' ? `${a.key} 的界限应从大到小` : `${a.key} 的界限应从小到大`,
        '请调整次序，否则该档永远轮不到',
      ),
    en: (a) =>
      say(
        `the edge ${a.edge} comes after ${a.before}`,
        a.key === 'at_least' || a.key === 'above' ? `edges of ${a.key} fall` : `edges of ${a.key} rise`,
        'change the order, or the band is never reached',
      ),
  }),
  'profile.cohort-too-small': finding({
    severity: 'error',
    sample: { found: 1 },
    zh: (a) => say(`min_cohort 为 ${a.found}`, '至少 2 家才有位次可言', '请改为 2 以上'),
    en: (a) => say(`min_cohort is ${a.found}`, 'a position needs two firms at least', 'write 2 or more'),
  }),
  'profile.word-for-code': finding({
    severity: 'warning',
    sample: { word: '软件', field: 'industry', name: '行业代码' },
    zh: (a) =>
      say(
        `${a.field} 是「${a.name}」，永远不会是「${a.word}」`,
        '这个字段填的是代码，不是名称',
        `请写代码（如 starts_with(${a.field}, "65")），或为名称另设一个字段`,
      ),
    en: (a) =>
      say(
        `${a.field} (${a.name}) can never be "${a.word}"`,
        'the field holds codes, not names',
        `write the code, as in starts_with(${a.field}, "65"), or define a field for the name`,
      ),
  }),
  'profile.weight-list': finding({
    severity: 'error',
    sample: { form: '{ 种子期: 200, 成长期: 150 }' },
    zh: (a) =>
      a.form === ''
        ? say('权重写成了列表', '本方案没有划分阶段，权重是一个数', '请写成 weight: 8 的样子')
        : say('权重写成了列表，看不出哪个数属于哪个阶段', '', `请写成 weight: ${a.form}`),
    en: (a) =>
      a.form === ''
        ? say(
            'the weight is a list',
            'this profile has no stages, so it is one number',
            'write it like weight: 8',
          )
        : say('the weights are a list, which does not say whose they are', '', `write weight: ${a.form}`),
  }),
  'profile.no-weight': finding({
    severity: 'error',
    sample: { stage: '成长期' },
    zh: (a) => say(`没有写「${a.stage}」的权重`, '每个阶段都要有权重，不计分写 0', `请补上 ${a.stage}: …`),
    en: (a) =>
      say(
        `the weight of "${a.stage}" is missing`,
        'every stage has a weight, 0 where it does not count',
        `add ${a.stage}: …`,
      ),
  }),
  'profile.weights-sum': finding({
    severity: 'error',
    sample: { stage: '成长期', sum: 98, scale: 100 },
    zh: (a) =>
      say(
        `${a.stage === '' ? '' : `「${a.stage}」`}各项权重（或最高分）合计 ${a.sum}`,
        `应等于 scale ${a.scale}（不含加分组，按各组上限计）`,
        '请调整权重；不设总分的写 scale: sum',
      ),
    en: (a) =>
      say(
        `weights (or maxima)${a.stage === '' ? '' : ` of "${a.stage}"`} add up to ${a.sum}`,
        `they make the scale, ${a.scale} (bonus aside, groups up to their caps)`,
        'correct the weights; a profile without a fixed total says scale: sum',
      ),
  }),
  'profile.min-out-of-reach': finding({
    severity: 'error',
    sample: { min: 30, top: 20 },
    zh: (a) => say(`分组最低分 ${a.min} 高于该组最多可得的 ${a.top} 分`, '', '请降低 min'),
    en: (a) => say(`the minimum ${a.min} is above the ${a.top} that the group can give`, '', 'lower min'),
  }),
  'profile.empty-group': finding({
    severity: 'warning',
    sample: { group: 'bonus' },
    zh: (a) => say(`分组「${a.group}」下没有指标`, '', '请添加指标，或删去分组'),
    en: (a) => say(`the group "${a.group}" has no indicators`, '', 'add some, or delete the group'),
  }),
  'profile.min-outside-base': finding({
    severity: 'error',
    sample: {},
    zh: () => say('加分组、扣分组不能设最低分', '最低分只用于 part: base 的分组', '请删去 min'),
    en: () =>
      say('a bonus or deduction group has no minimum', 'only groups with part: base do', 'delete min'),
  }),
  'profile.reweight-outside-base': finding({
    severity: 'error',
    sample: {},
    zh: () => say('加分项、扣分项不能用 reweight', '权重放大只在基础分组内进行', '请改为 zero 或 finding'),
    en: () =>
      say(
        'a bonus or deduction cannot be reweighted',
        'weights are scaled within base groups only',
        'write zero or finding',
      ),
  }),
  'profile.grade-edge': finding({
    severity: 'error',
    sample: { wanted: 'at_least' },
    zh: (a) =>
      say(
        '等级的界限没有写对',
        `本方案各等级都写 ${a.wanted}（at_least：总分不低于；top：名次百分比以内），每级只写一个`,
        '请改正',
      ),
    en: (a) =>
      say(
        'the edge of the grade is not right',
        `every grade here states ${a.wanted} and only that (at_least: a total; top: a share of the ranked)`,
        'correct it',
      ),
  }),
  'profile.grade-order': finding({
    severity: 'error',
    sample: { id: 'B', edge: '90' },
    zh: (a) =>
      say(
        `等级「${a.id}」的界限 ${a.edge} 不合次序`,
        '等级从高到低排列：at_least 从大到小，top 从小到大且不超过 100%',
        '请调整次序或数值',
      ),
    en: (a) =>
      say(
        `the edge ${a.edge} of grade "${a.id}" is out of order`,
        'grades stand best first: at_least falls, top rises up to 100%',
        'correct the order or the figure',
      ),
  }),
  'profile.limit-currencies': finding({
    severity: 'error',
    sample: {},
    zh: () => say('几个额度的币种不同，无法取小', '', '请统一币种，或拆成两个产品'),
    en: () =>
      say(
        'the limits are in several currencies, so none is the smallest',
        '',
        'use one currency, or make two offers',
      ),
  }),
  'profile.shares-sum': finding({
    severity: 'error',
    sample: { percent: 90 },
    zh: (a) => say(`风险分担比例合计 ${a.percent}%`, '应等于 100%', '请改正'),
    en: (a) => say(`the risk shares add up to ${a.percent}%`, 'they make 100%', 'correct them'),
  }),
  'profile.not-a-share': finding({
    severity: 'error',
    sample: { raw: '120%' },
    zh: (a) => say(`「${a.raw}」不是比例`, '应在 0 到 1（100%）之间', '请改正'),
    en: (a) => say(`${a.raw} is not a share`, 'it lies between 0 and 1 (100%)', 'correct it'),
  }),
  'profile.in-force-order': finding({
    severity: 'error',
    sample: { from: '2025-01-01', to: '2024-12-31' },
    zh: (a) => say(`失效日 ${a.to} 早于生效日 ${a.from}`, '', '请改正日期'),
    en: (a) => say(`the last day ${a.to} is before the first, ${a.from}`, '', 'correct the dates'),
  }),
  'profile.example-failed': finding({
    severity: 'error',
    sample: { indicator: 'rd_ratio', expected: 3.5 as number | null, got: 3 as number | null },
    zh: (a) =>
      say(
        `「${a.indicator}」的示例得 ${a.got ?? '空（不计分）'}`,
        `示例写的是 ${a.expected ?? '空（不计分）'}`,
        '请核对示例或计分规则',
      ),
    en: (a) =>
      say(
        `the example of "${a.indicator}" earns ${a.got ?? 'nothing (null)'}`,
        `it says ${a.expected ?? 'nothing (null)'}`,
        'check the example or the rule',
      ),
  }),
};
