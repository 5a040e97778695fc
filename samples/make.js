// Makes the shipped samples: 300 invented firms of an invented zone, with every awkwardness of a real quarter's file.
// node samples/make.js [folder]  — seeded: the same bytes every time. The GBK CSV needs the development dependencies.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import * as XLSX from 'xlsx';

const folder = process.argv[2] ?? fileURLToPath(new URL('.', import.meta.url));

let state = 20260930;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const whole = (low, high) => low + Math.floor(random() * (high - low + 1));
const pick = (list) => list[Math.floor(random() * list.length)];
const normal = () => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
const money = (value) => Math.round(Math.max(0, value) * 100) / 100;

// GB 32100-2015. Region 340199 is nobody's: no real firm can have these codes.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const withCheck = (body) => {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += alphabet.indexOf(body[i]) * weights[i];
  return body + alphabet[(31 - (sum % 31)) % 31];
};
const code = (n, digitsOnly = false) =>
  withCheck(
    `91340199${digitsOnly ? '5' : 'M'}${digitsOnly ? '1' : 'A'}${String(n * 7919 + 1000000).slice(-7)}`,
  );
const digitCode = (from) => {
  for (let n = from; ; n++) if (/^\d{18}$/.test(code(n, true))) return code(n, true);
};

const creatures = [
  '白泽',
  '鲲鹏',
  '麒麟',
  '青鸾',
  '烛龙',
  '毕方',
  '应龙',
  '精卫',
  '獬豸',
  '朱厌',
  '重明',
  '饕餮',
  '乘黄',
  '当康',
  '夫诸',
  '狻猊',
  '蒲牢',
  '负屃',
  '螭吻',
  '睚眦',
];
const trades = [
  '传感技术',
  '智能装备',
  '光电科技',
  '生物医药',
  '新材料',
  '软件',
  '集成电路',
  '医疗器械',
  '新能源',
  '环境工程',
  '精密机械',
  '数据科技',
  '航天电子',
  '声学技术',
  '量子科技',
];
const districts = ['示例一区', '示例二区', '示例三区', '示例四区'];

const groups = [
  ['', ['序号', '企业名称', '统一社会信用代码', '所属区县', '成立日期']],
  [
    '技术创新指标',
    [
      '研发费用（万元）',
      '上年研发费用（万元）',
      '科技人员数（人）',
      '职工总数（人）',
      '发明专利申请量（件）',
      'PCT专利申请量（件）',
      '技术合同成交额（万元）',
    ],
  ],
  [
    '成长经营指标',
    [
      '高新技术产品收入（万元）',
      '营业收入（万元）',
      '上年营业收入（万元）',
      '研究生以上人员数（人）',
      '研发费用加计扣除所得税减免额（万元）',
      '净利润（万元）',
      '净资产（万元）',
    ],
  ],
  [
    '辅助指标',
    [
      '吸纳应届毕业生人数（人）',
      '近两年省级及以上平台数（个）',
      '近两年省级及以上科技奖励（项）',
      '省级及以上科技计划项目数（项）',
      '获得风险投资金额（万元）',
    ],
  ],
  ['信用与授权', ['失信被执行人', '列入经营异常名录', '近一年重大安全环保事故', '企业授权', '首次推荐结果']],
  ['', ['联系人', '备注']],
];
const headers = groups.flatMap(([, leaves]) => leaves);
const at = Object.fromEntries(headers.map((header, i) => [header.replace(/（.*/, ''), i]));

/** A firm's figures agree with each other through one quality factor; a third each is young, growing, settled. */
function firm(n) {
  const stage = n % 3;
  const quality = normal();
  const prior = money(Math.exp([5.3, 7.2, 9.4][stage] + 0.6 * normal()));
  const revenue = money(prior * Math.max(0.4, 1.12 + 0.22 * normal() + 0.12 * quality));
  const ratio = Math.max(0.005, 0.075 + 0.035 * normal() + 0.03 * quality);
  const rd = money(revenue * ratio);
  const rdPrior = money(rd / Math.max(0.5, 1.15 + 0.2 * normal() + 0.08 * quality));
  const staff = Math.max(3, Math.round(revenue ** 0.62 / 1.6));
  const scientists = Math.min(
    staff,
    Math.max(0, Math.round(staff * (0.24 + 0.1 * normal() + 0.05 * quality))),
  );
  const postgraduates = Math.min(
    staff,
    Math.max(0, Math.round(staff * (0.07 + 0.05 * normal() + 0.03 * quality))),
  );
  const chance = (p, low, high) => (random() < p + 0.12 * quality ? whole(low, high) : 0);
  const assets = money(revenue * Math.exp(-0.2 + 0.4 * normal()));
  const founded = `${[whole(2021, 2025), whole(2014, 2021), whole(2002, 2014)][stage]}-${String(whole(1, 12)).padStart(2, '0')}-${String(whole(1, 28)).padStart(2, '0')}`;
  return [
    n,
    `示例${creatures[(n * 7) % creatures.length]}${trades[(n * 11 + Math.floor(n / 20)) % trades.length]}${n > 150 ? '股份' : ''}有限公司${n > 290 ? `第${n - 290}分公司` : ''}`,
    code(n),
    pick(districts),
    founded,
    rd,
    rdPrior,
    scientists,
    staff,
    chance(0.6, 1, 8),
    chance(0.15, 1, 3),
    random() < 0.45 + 0.1 * quality ? money(revenue * random() * 0.35) : 0,
    money(revenue * Math.min(1, Math.max(0, 0.6 + 0.25 * normal()))),
    revenue,
    prior,
    postgraduates,
    money(rd * 0.15),
    Math.round(revenue * (0.07 + 0.07 * normal() + 0.03 * quality) * 100) / 100,
    assets,
    chance(0.55, 1, 8),
    chance(0.25, 1, 2),
    chance(0.15, 1, 2),
    chance(0.25, 1, 3),
    random() < 0.12 + 0.04 * quality ? money(200 + 3000 * random()) : 0,
    '否',
    '否',
    '否',
    random() < 0.94 ? '是' : '否',
    pick(['', '', '', '未授信', '已授信']),
    `样例${pick('甲乙丙丁戊己庚辛')}`,
    '',
  ];
}

const rows = Array.from({ length: 300 }, (_, i) => firm(i + 1));
const set = (n, header, value) => {
  rows[n - 1][at[header]] = value;
};

// Numbers as people write them.
const thousands = (value) => value.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
for (const n of [4, 19, 88, 140, 233]) set(n, '营业收入', thousands(rows[n - 1][at.营业收入]));
set(12, '研发费用', '１２８．５０');
set(27, '净利润', '(35.20)');
set(45, '净利润', '▲12.8');
set(51, '营业收入', '1.2亿元');
set(66, '研发费用', '￥350.00');
// Blanks of every kind.
for (const [n, word] of [
  [8, '-'],
  [16, '/'],
  [23, '无'],
  [31, '—'],
  [40, 'N/A'],
  [59, ''],
  [72, '－'],
  [95, '不详'],
])
  set(n, '技术合同成交额', word);
set(101, '上年研发费用', '');
set(102, '上年营业收入', '');
set(103, '上年研发费用', 0);
set(104, '研发费用', '');
// What cannot be read.
set(110, '研发费用', '约120');
set(111, '营业收入', '1200-1500');
set(112, '研发费用', '1,2O0');
set(113, '职工总数', '三十人');
// Vetoes, and one that nobody knows.
for (const n of [120, 121, 122]) set(n, '失信被执行人', '是');
for (const n of [123, 124]) set(n, '列入经营异常名录', '√');
set(125, '近一年重大安全环保事故', '有');
set(126, '列入经营异常名录', '');
// Ids.
const numericIds = [digitCode(1000), digitCode(2000)];
set(130, '统一社会信用代码', numericIds[0]);
set(131, '统一社会信用代码', numericIds[1]);
set(132, '统一社会信用代码', code(132).toLowerCase());
set(133, '统一社会信用代码', `${code(133).slice(0, 8)} ${code(133).slice(8)}`);
set(134, '统一社会信用代码', code(134).slice(0, 17) + (code(134)[17] === '0' ? '1' : '0'));
set(135, '统一社会信用代码', code(135).slice(0, 16));
set(136, '统一社会信用代码', '');
set(137, '统一社会信用代码', code(137).replace('M', 'O'));
// The same row twice, and two rows that contradict each other.
const again = (n, change = {}) => {
  const copy = [...rows[n - 1]];
  for (const [header, value] of Object.entries(change)) copy[at[header]] = value;
  rows.push(copy);
};
again(5);
again(77);
again(150, { 研发费用: money(rows[149][at.研发费用] + 50) });
rows.forEach((row, i) => {
  row[0] = i + 1;
});

const numericColumns = headers
  .map((_, i) => i)
  .filter(
    (i) =>
      i >= at.研发费用 && i <= at.获得风险投资金额 && !/人数|职工|人员|专利|平台|奖励|项目/.test(headers[i]),
  );
const totals = headers.map((_, i) =>
  numericColumns.includes(i)
    ? Math.round(rows.reduce((sum, row) => sum + (typeof row[i] === 'number' ? row[i] : 0), 0) * 100) / 100
    : '',
);
totals[0] = '合计';

const width = headers.length;
const blankRow = () => new Array(width).fill('');
const line = (texts) => Object.assign(blankRow(), texts);
const title = line({ 0: '示例高新区科技企业创新积分申报汇总表（2026年第三季度）' });
const stated = line({ 0: '填报单位：示例高新区科技创新局（虚构）', [width - 4]: '金额单位：万元' });
const parents = blankRow();
const merges = [
  { s: { r: 0, c: 0 }, e: { r: 0, c: width - 1 } },
  { s: { r: 1, c: 0 }, e: { r: 1, c: 3 } },
];
let column = 0;
const leaves = blankRow();
for (const [group, names] of groups) {
  names.forEach((name, i) => {
    if (group === '') {
      parents[column + i] = name;
      merges.push({ s: { r: 2, c: column + i }, e: { r: 3, c: column + i } });
    } else leaves[column + i] = name;
  });
  if (group !== '') {
    parents[column] = group;
    merges.push({ s: { r: 2, c: column }, e: { r: 2, c: column + names.length - 1 } });
  }
  column += names.length;
}
const foot = line({ 0: '注：本表企业、数据均为虚构，仅作演示；金额单位为万元。' });
const signed = line({ 0: '填表人：样例甲', 6: '审核人：样例乙', 12: '填报日期：2026-10-09' });
const grid = [title, stated, parents, leaves, ...rows, totals, foot, signed];

/** Excel's own CSV export shows a numeric code as 9.13402E+17: the digits are lost there too. */
const isNumericId = (value) => numericIds.includes(value);
const shown = (value) => `${value[0]}.${value.slice(1, 6)}E+17`;

function workbook() {
  const sheet = XLSX.utils.aoa_to_sheet(
    grid.map((row) => row.map((value) => (value === '' ? null : isNumericId(value) ? Number(value) : value))),
  );
  sheet['!merges'] = merges;
  sheet['!cols'] = headers.map((header) => ({ wch: Math.max(8, header.length * 1.7) }));
  sheet['!cols'][at.企业名称] = { wch: 38 };
  sheet['!cols'][at.统一社会信用代码] = { wch: 22 };
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '企业');
  const about = XLSX.utils.aoa_to_sheet([
    ['填写说明'],
    ['1. 金额一律以万元填写，保留两位小数；没有数据请留空，为零请填 0。'],
    ['2. 统一社会信用代码请先把单元格设为文本格式。'],
    ['3. 本文件中的企业和数据都是虚构的。'],
  ]);
  XLSX.utils.book_append_sheet(book, about, '填写说明');
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
}

function csv() {
  const quote = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return grid
    .map((row) => row.map((value) => quote(isNumericId(value) ? shown(value) : String(value))).join(','))
    .join('\r\n');
}

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'gaoxin-2026Q3.xlsx'), workbook());
writeFileSync(join(folder, 'gaoxin-2026Q3.csv'), iconv.encode(`${csv()}\r\n`, 'gbk'));
