import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { EdgeError, renderFinding } from '../../src/finding/index.js';
import { loadProfile } from '../../src/profile/index.js';

const folder = fileURLToPath(new URL('./bad', import.meta.url));
const shipped = fileURLToPath(new URL('../../profiles', import.meta.url));

/** Each file is a whole small profile with one mistake: where it is told, what was found, what to write instead. */
const table: readonly (readonly [file: string, at: string, found: string, instead: string])[] = [
  ['a-list', '1:1', '文件里没有方案内容', '请以 profile: 方案编号 开头'],
  ['a-pack', '1:1', '这是字段包，不能单独用于评价', '请用一份写有 profile: 的方案，并在其中 e'],
  ['alias-without-quotes', '7:66', '「2025」被 YAML 当作数字或真假值', "请加引号：'2025'"],
  ['assumed-without-reason', '21:13', '出处只写了「assumed」', '请补全或删去多余的'],
  [
    'bad-field-id',
    '9:3',
    '「RD-Expense」的写法不对',
    '以小写字母开头，只用小写字母、数字和下划线，最多 64 个（如 ',
  ],
  [
    'bad-indicator-id',
    '13:9',
    '「RD ratio」的写法不对',
    '以小写字母开头，只用小写字母、数字和下划线，最多 64 个（如 ',
  ],
  ['band-without-points', '18:34', '这里的内容不够', '请补上或改写'],
  ['bands-out-of-order', '18:44', '界限 10% 排在 5% 之后', '请调整次序，否则该档永远轮不到'],
  ['bands-with-two-edges', '18:21', '分档同时写了 at_least、above', '只写一种：at_least、above、at_m'],
  ['bands-without-else', '18:14', '缺少「else」', '请补上一行 else: …'],
  ['by-mixed', '18:18', '各选项的分数不能比较：bands、linear', '请统一为比例或分数'],
  ['by-rest-first', '18:19', '其后的各项永远轮不到', '请补上 when，或移到最后'],
  ['by-unknown-field', '16:25', '没有叫「revenu」的字段', '是否为「revenue」？'],
  ['by-without-method', '18:19', '没有写计分方法', '请补上'],
  ['bypass-is-a-number', '23:24', '表达式的结果是人民币金额', '请写成条件，如 total >= 60'],
  ['bypass-without-source', '23:5', '这里的数值没有出处', '请写 source: { document: 文件名'],
  ['bypassed-without-bypass', '23:66', '没有叫「bypassed」的字段', '请核对名称'],
  ['cases-negative', '16:70', '分数 -5 是负数', '请改为正数'],
  ['cases-of-a-number', '16:30', '表达式的结果是人民币金额', '请写成条件，如 total >= 60'],
  ['cases-rest-first', '16:22', '其后的各项永远轮不到', '请补上 when，或移到最后'],
  ['cases-twice-the-same', '16:60', '编号「revenue > 0 万元」用了两次', '请改其中一个'],
  ['cases-with-value', '16:5', 'cases 的各项自带取值或条件', '请删去这一行'],
  ['check-is-a-number', '24:11', '表达式的结果是不带货币单位的数', '请写成条件，如 total >= 60'],
  ['check-of-money-and-count', '24:25', '「100」没有写单位', '请写成「100 万元」'],
  ['check-of-the-total', '24:11', '「total」要计分之后才有', '写到 lists 或 offers 的 when 里'],
  ['check-of-unknown-field', '24:11', '没有叫「研发费」的字段', '是否为「研发费用」？'],
  ['check-severity-misspelt', '25:15', '「warn」不在可选范围内', '是否为「warning」？'],
  ['check-with-points', '27:5', '这里没有「points」这个键', '请删去，或核对键名'],
  ['check-without-field', '24:11', '核对「rd-within-revenue」没有用到任何字段', '请改写，或删去这一条'],
  ['check-without-severity', '23:5', '缺少「severity」', '请补上一行 severity: …'],
  ['code-without-quotes', '8:44', '「0123」没有加引号，会被当作数字而改变', "请加引号：'0123'"],
  ['codes-without-unit', '8:3', '缺少「code_unit」', '请补上一行 code_unit: …'],
  ['cohort-of-one', '18:47', 'min_cohort 为 1', '请改为 2 以上'],
  ['condition-is-a-number', '26:11', '表达式的结果是不带货币单位的数', '请写成条件，如 total >= 60'],
  ['decimals-too-many', '6:11', '「12」太大', '最大为 10'],
  ['device-profile-id', '1:10', '「nul.2025」的写法不对', '不能是 con、nul 这样的设备名'],
  ['duplicate-id', '21:9', '编号「rd_ratio」用了两次', '请改其中一个'],
  ['duplicate-key', '20:5', '「weight」写了两次', '请删去一处'],
  ['empty', '1:1', '文件里没有方案内容', '请以 profile: 方案编号 开头'],
  ['example-in-percent-of-money', '22:27', '「5%」是比例', '请改写，或检查 value 是否写对'],
  ['example-of-unknown-field', '22:18', '没有字段「revenu」', '是否为「revenue」？'],
  ['example-without-points', '22:16', '缺少「points」', '请补上一行 points: …'],
  ['extends-itself', '5:10', '继承成环：extends-itself.yaml →', '请删去其中一处 extends'],
  ['extends-not-found', '5:10', '找不到所继承的「packs/core-field」', '是否为「packs/core-fields」、「'],
  ['extends-outside', '5:10', '「../../secret」不是方案编号', '请改为编号'],
  ['field-without-name', '8:3', '缺少「name」', '请补上一行 name: …'],
  ['folded-expression', '18:9', '没有叫「revenu」的字段', '是否为「revenue」？'],
  ['grade-of-two-kinds', '24:5', '等级的界限没有写对', '本方案各等级都写 at_least（at_lea'],
  ['grades-out-of-order', '24:24', '等级「A」的界限 8 不合次序', '请调整次序或数值'],
  ['group-cap-without-source', '11:5', '这里的数值没有出处', '请写 source: { document: 文件名'],
  ['group-minimum-out-of-reach', '11:40', '分组最低分 12 高于该组最多可得的 10 分', '请降低 min'],
  ['growth-of-money-and-count', '16:28', '「5」没有写单位', '请写成「5 万元」'],
  ['growth-of-one', '16:12', '「growth」得到 1 个参数', '请补上或删去参数'],
  ['half-expression', '16:24', '表达式到此就完了', '请补全'],
  ['half-source-by-anchor', '21:18', '出处只写了「assumed」', '请补全或删去多余的'],
  ['limit-without-unit', '27:12', '金额「1000」没有写单位', '请写作 1000 万元（或元、亿元等）'],
  ['limits-in-two-currencies', '27:22', '几个额度的币种不同，无法取小', '请统一币种，或拆成两个产品'],
  ['linear-of-text', '17:22', 'value 是文字，linear 不能计分', '请换方法，或检查 value'],
  [
    'linear-without-range',
    '18:30',
    '满分值 10% 与起点 10% 之间没有区间',
    'full 与 floor 不能相等；越低越好时 ',
  ],
  ['list-column-unknown', '5:25', '没有字段「distric」', '请先在 fields 里定义，或改正名称'],
  [
    'long-code-without-quotes',
    '7:64',
    '「913301007996550580」没有加引号，',
    "请加引号：'913301007996550580'",
  ],
  ['long-profile-id', '1:10', '的写法不对', '最多 64 个，不以点结尾，不能是 con、nul 这样'],
  ['lookup-unknown-word', '18:45', '「二极」不在可选范围内', '是否为「二级」？'],
  ['mark-of-an-expression', '16:12', 'mark 直接取一列评分', '请写字段名；要计算请用别的方法'],
  ['missing-name', '1:1', '缺少「name」', '请补上一行 name: …'],
  ['missing-not-chosen', '13:5', '没有写明数据缺失时怎么办', '请加上 missing: zero（记 0 分并提示'],
  ['misspelt-source-by-anchor', '21:20', '这里没有「assumd」这个键', '是否为「assumed」、「issuer」？'],
  ['misspelt-word', '20:14', '「zreo」不在可选范围内', '是否为「zero」？'],
  ['mixed-options', '19:9', '各选项的分数不能比较：linear、bands', '请统一为比例或分数'],
  ['money-beside-number', '24:23', '「5」没有写单位', '请写成「5 万元」'],
  ['money-for-a-ratio', '18:30', '「10 万元」是金额', '请去掉货币单位，或检查 value 是否写对'],
  ['money-without-unit', '17:30', '金额「120」没有写单位', '请写作 120 万元（或元、亿元等）'],
  ['negative-points', '18:52', '分数 -5 是负数', '请改为正数'],
  ['no-id-field', '6:1', '没有识别企业的字段', '请加上，或 extends: packs/core-'],
  ['no-method', '18:5', '没有写计分方法', '请补上'],
  ['no-source', '13:5', '这里的数值没有出处', '请写 source: { document: 文件名'],
  ['no-such-day', '3:19', '「2025-02-30」的写法不对', '年-月-日，如 2025-01-01，且确有这一'],
  ['not-a-figure', '18:30', '「十成」不是数值', '数值写作 0.06、6% 或 500 万元'],
  ['offer-names-a-path', '25:11', '「../x」的写法不对', '以小写字母开头，只用小写字母、数字、_ 和 -'],
  [
    'one-header-two-fields',
    '9:49',
    '「营业收入」已经指字段 revenue',
    '请删去一处；若要让它改指 rd_expense，在 ',
  ],
  ['open-quote', '17:11', '这里开始的引号或括号没有配对', '请补上另一半'],
  ['pack-with-indicators', '3:1', '字段包里不能写「indicators」', '请移到方案里'],
  ['pack-with-rules', '3:1', '字段包里不能写「scale」', '请移到方案里'],
  ['proto-key', '7:3', '这里没有「__proto__」这个键', '请删去，或核对键名'],
  ['quoted-expression', '16:31', '没有叫「revenu」的字段', '是否为「revenue」？'],
  ['rank-in-a-veto', '24:10', '「rank」要计分之后才有', '写到 lists 或 offers 的 when 里'],
  [
    'ratio-without-percent',
    '18:30',
    '「10」没有写百分号，会当作 10 倍',
    '请写作 10%（若确指 10 倍，写作百分数）',
  ],
  ['removes-unknown', '8:3', '所继承的方案里没有「credit_cod」，无从去掉', '是否为「credit_code」？'],
  ['reserved-field', '7:3', '字段不能叫「total」', '请换一个名称'],
  ['rest-stage-first', '25:7', '「成长期」没有界限，其后的阶段永远轮不到', '请补上 below，或移到最后'],
  ['risk-shares-do-not-sum', '27:5', '风险分担比例合计 80%', '应等于 100%'],
  ['scale-is-text', '5:8', '「ten」写在这里不合适', '应为数字，或“sum”'],
  ['stage-edge-without-unit', '25:16', '金额「500」没有写单位', '请写作 500 万元（或元、亿元等）'],
  [
    'stage-weights-do-not-sum',
    '5:8',
    '「成长期」各项权重（或最高分）合计 9',
    '请调整权重；不设总分的写 scale: sum',
  ],
  ['stage-without-weight', '19:5', '没有写「成长期」的权重', '请补上 成长期: …'],
  ['stages-out-of-order', '26:16', '「成长期」的界限 300 万元 不大于前一阶段', '请改正次序或数值'],
  ['steps-cap-too-low', '18:48', '最高分 1 小于每个单位的 3 分', '请提高 cap 或降低 points'],
  ['tab-indent', '19:1', '缩进用了制表符', '请全部改为空格'],
  ['tag', '2:7', '! 开头的标记不能用', '请删去'],
  ['text-source-by-anchor', '21:18', '「示高新〔2025〕1号」写在这里不合适', '应为'],
  ['top-out-of-order', '17:69', '界限 5% 排在 10% 之后', '请调整次序，否则该档永远轮不到'],
  ['top-over-all', '17:58', '「5」不是比例', '请改正'],
  ['two-documents', '10:1', '一个文件里写了两份内容', '请删去多余的 --- 及其后内容'],
  ['two-id-fields', '8:43', '有两个字段的 role 都是「id」：credit_', '请删去一处 role'],
  ['two-methods', '18:37', '写了 2 种计分方法：linear、mark', '请删去其余'],
  ['unit-is-short', '8:32', '单位「万」不能用在这里', '是否为「万元」？'],
  ['unit-not-canonical', '8:32', '字段的单位写了「元」', '请改为 万元'],
  ['unknown-anchor', '21:13', '* 引用的内容前面没有用 & 定义', '请直接写出内容'],
  ['unknown-field', '16:12', '没有叫「rd_expence」的字段', '是否为「rd_expense」？'],
  ['unknown-group', '14:12', '没有名为「inovation」的分组', '是否为「innovation」？'],
  ['unknown-key', '19:5', '这里没有「wieght」这个键', '是否为「weight」？'],
  ['unknown-method', '18:14', '这里没有「liner」这个键', '是否为「linear」？'],
  ['unknown-not-chosen', '23:5', '没有写明查不到时怎么办', '请加上 unknown: pass-with-war'],
  ['unknown-prior', '9:49', '没有字段「rd」', '是否为「rd_expense」？'],
  ['unknown-stage', '19:24', '没有名为「成熟期」的阶段', '是否为「成长期」？'],
  ['unknown-top-key', '5:1', '这里没有「stage」这个键', '是否为「stages」、「scale」、「share」'],
  ['veto-of-points', '23:34', '「points_rd_ratio」要计分之后才有', '写到 lists 或 offers 的 when 里'],
  ['weight-is-a-list', '23:13', '权重写成了列表', '请写成 weight: { 初创期: 10, 成长期: 8 }'],
  ['weight-is-text', '19:20', '「八」写在这里不合适', '应为数字'],
  ['weights-do-not-sum', '5:8', '各项权重（或最高分）合计 8', '请调整权重；不设总分的写 scale: sum'],
  ['wide-colon', '20:5', '冒号是全角「：」', '请改为半角冒号加一个空格，如 missing: zero'],
  ['word-without-quotes', '25:57', '「AAA」没有加引号', '请加引号："AAA"'],
  ['words-for-a-number', '9:39', '「words」的这种写法只用于文字字段', '请删去，或改正 type'],
];

function told(file: string, lang: 'zh' | 'en'): readonly string[] {
  try {
    loadProfile(join(folder, `${file}.yaml`), [shipped]);
  } catch (error) {
    if (error instanceof EdgeError) return error.findings.map((one) => renderFinding(one, lang));
    throw error;
  }
  return [];
}

test.each(table)('%s is told at %s', (file, at, found, instead) => {
  const messages = told(file, 'zh');
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatch(new RegExp(`^${file}\\.yaml:${at}：`));
  expect(messages[0]).toContain(found);
  expect(messages[0]).toContain(instead);
});

test.each(table)('%s is told in English, too', (file, at) => {
  const [message = ''] = told(file, 'en');
  expect(message).toMatch(new RegExp(`^${file}\\.yaml:${at}: `));
  expect(message).not.toContain('。');
});

test('every file of the folder is in the table', () => {
  const files = readdirSync(folder).map((file) => file.replace('.yaml', ''));
  expect(table.map(([file]) => file)).toEqual(files.sort());
});
