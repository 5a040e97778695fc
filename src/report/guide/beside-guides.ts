import type { Run } from '../../model/run.js';
import type { Text } from '../../model/text.js';
import type { ReportTable, Voice } from '../column.js';
import type { SheetSpec } from '../xlsx/write-sheet.js';
import { guideSheet } from './guide-sheet.js';
import { openScope } from './guides.js';

const outcomesAbout: Text = {
  zh: '推荐出去的企业在银行得到了什么：先是全部企业，然后按阶段、等级、处理结果、反馈分组，每种分法各组相加等于全部',
  en: 'what came of the firms at the banks: all of them, then by stage, grade, result and answer; the groups of each add up to all',
};

const outcomesNotes: Readonly<Record<string, Text>> = {
  by: {
    zh: '按什么分组。「名单」一种可以重复：一家企业可在几张名单上，各行不宜相加',
    en: 'how the firms are grouped. Lists overlap: a firm may stand on several, so their lines do not add up',
  },
  group: {
    zh: '「首次推荐的答复」「未授信之后获得授信（二次推荐）」「银行未反馈」按银行的答复分组',
    en: 'by the banks’ answers: to a first recommendation, credited after a refusal, not answered',
  },
  firms: { zh: '这一组的企业，家', en: 'firms of the group' },
  recommended: {
    zh: '在白名单或推荐名单上的企业，以及银行答复过的企业，家',
    en: 'firms that are whitelisted or referred, and those that a bank answered about',
  },
  answered: { zh: '至少有一家银行答复的企业，家', en: 'firms that at least one bank answered about' },
  credited: {
    zh: '至少有一家银行答复「已授信」或「放款」的企业，家',
    en: 'firms that at least one bank credited or lent to',
  },
  declined: { zh: '有答复、但没有一家银行授信的企业，家', en: 'answered about, and credited by no bank' },
  drawn: { zh: '已经放款的企业，家', en: 'firms that drew money' },
  first_loans: {
    zh: '授信企业中银行注明首贷的，家；反馈表没有这一列时空白',
    en: 'credited firms that a bank calls a first loan; blank where no answer has such a column',
  },
  credit: {
    zh: '授信金额之和，万元；只写了放款的产品按放款计',
    en: 'sum of credits; a product that tells only what was drawn counts by that',
  },
  drawing: { zh: '放款金额之和，万元', en: 'sum of what was drawn' },
  mean_rate: {
    zh: '年利率，按授信金额加权；只算同时写明利率和金额的授信',
    en: 'a year, weighted by credit; only credits that state both rate and amount',
  },
  sessions: { zh: '联合会诊的次数，一家企业可以有几次', en: 'sessions held; a firm may have several' },
  session_firms: { zh: '参加过会诊的企业，家', en: 'firms that had a session' },
  solved: { zh: '会诊记录写明已解决的次数', en: 'sessions whose record says that the matter is solved' },
};

/** How to read outcomes.xlsx. */
export const outcomesGuide = (run: Run, { title, columns }: ReportTable, voice: Voice): SheetSpec =>
  guideSheet(
    run,
    [{ title, about: outcomesAbout, columns, notes: outcomesNotes }],
    { ...openScope(run, ['whitelist', 'referral'], []), indicators: false },
    voice,
  );

const unfiledAbout: Text = {
  zh: '应申报名册上有、这次申报表里没有的企业，按区县排列',
  en: 'the firms of the roster that are not in the input, by district',
};
const districtsAbout: Text = {
  zh: '每个区县应申报、已申报和未申报的企业，家；应申报等于已申报加未申报',
  en: 'by district, how many should have filed, did, and did not; the last two add up to the first',
};
const districtNotes: Readonly<Record<string, Text>> = {
  district: { zh: '名册所写的区县', en: 'as the roster has it' },
  expected: { zh: '名册上的企业，家', en: 'firms of the roster' },
  filed: {
    zh: '名册上、申报表里也有的企业，家；数据有误被退回的也算已申报',
    en: 'firms of the roster that are in the input, those with data to mend too',
  },
  unfiled: { zh: '名册上有、申报表里没有的企业，家', en: 'firms of the roster that are not in the input' },
};

/** How to read unfiled.xlsx. */
export const unfiledGuide = (run: Run, tables: readonly ReportTable[], voice: Voice): SheetSpec =>
  guideSheet(
    run,
    tables.map(({ title, columns }, index) => ({
      title,
      about: index === 0 ? unfiledAbout : districtsAbout,
      columns,
      notes: districtNotes,
    })),
    { ...openScope(run, [], []), grades: false, indicators: false },
    voice,
  );
