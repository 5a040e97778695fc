import { type Compared, type Move, moves } from '../../model/compared.js';
import type { Plan } from '../../model/plan.js';
import type { Robust } from '../../model/robust.js';
import type { Lang, Text } from '../../model/text.js';
import type { ReportTable } from '../column.js';
import { moveText } from '../compare-table.js';
import { noticesOf } from '../notices.js';
import type { SheetSpec } from '../xlsx/write-sheet.js';
import {
  aboutTitle,
  colourLines,
  columnLines,
  columnsTitle,
  guideLine,
  guidePage,
  indicatorsTitle,
  listsTitle,
  noticeLine,
  profileLines,
} from './guide-page.js';
import { openScope } from './guides.js';
import { indicatorRows, listRows, type RuleRow } from './rule-rows.js';

/** An analysis as a sheet is told: lines above its table, what must be minded, and how to read it. */
export interface AnalysisWords {
  readonly about: readonly string[];
  readonly notices: readonly Text[];
  readonly guide: SheetSpec;
}

const moveNotes: Readonly<Record<Move, Text>> = {
  entered: { zh: '前一期不在白名单，后一期在', en: 'on the whitelist in the later run only' },
  kept: { zh: '两期都在白名单', en: 'on the whitelist in both' },
  left: {
    zh: '前一期在白名单，后一期还在申报、不在白名单了',
    en: 'was on the whitelist, filed again, is no longer',
  },
  outside: { zh: '两期都申报，两期都不在白名单', en: 'filed both times, on no whitelist' },
  'not-filed': { zh: '前一期有这家企业，后一期没有申报', en: 'in the earlier run, not in the later input' },
  'newly-filed': { zh: '后一期第一次申报，未入选', en: 'filed for the first time, not whitelisted' },
};

const comparedAbout: Text = {
  zh: '同一家企业在两次计分中的结果、总分和名次，每家一行；先是进出白名单的，再按代码排列',
  en: 'result, total and rank of each firm in two runs, a line a firm; those that came or went first, then by code',
};

const comparedNotes: Readonly<Record<string, Text>> = {
  move: {
    zh: '从前一期到后一期，见上面「变化」',
    en: 'from the earlier run to the later, see the moves above',
  },
  total_before: { zh: '前一期的总分，分；空白表示没有总分', en: 'points in the earlier run; blank for none' },
  total_after: { zh: '后一期的总分，分；空白表示没有总分', en: 'points in the later run; blank for none' },
  change: {
    zh: '后一期减前一期，分；缺一期就空白',
    en: 'points after less points before; blank where one is missing',
  },
  by_firm: {
    zh: '按前一期的规则，数据变化带来的分数，分',
    en: 'points that come of the firm’s own data, under the old rules',
  },
  by_rules: { zh: '规则改变带来的分数，分', en: 'points that come of the change of rules' },
  rank_before: { zh: '前一期的名次', en: 'rank in the earlier run' },
  vetoes_after: {
    zh: '后一期的否决项；没有被否决的为空',
    en: 'what barred it in the later run; blank where nothing did',
  },
  rank_after: { zh: '后一期的名次', en: 'rank in the later run' },
  movers: {
    zh: '得分变化最大的指标，最多三项；扣分项扣得更多记为负数',
    en: 'the indicators whose points moved most, three at most; what a deduction takes counts below 0',
  },
};

const comparedTitle: Text = { zh: '两期对比', en: 'Two runs compared' };

/** `plans`: of the earlier run, of the later. */
export function comparedWords(
  compared: Compared,
  plans: readonly [Plan, Plan],
  { columns }: ReportTable,
  lang: Lang,
): AnalysisWords {
  const [, plan] = plans;
  const zh = lang === 'zh';
  const runs = [compared.before, compared.after] as const;
  const about = runs.map(({ name, profile, period, firms, whitelisted }, index) =>
    zh
      ? `${index === 0 ? '前一期' : '后一期'}：数据期 ${period}；${name}（编号 ${profile}）；企业 ${firms} 家，白名单 ${whitelisted} 家`
      : `${index === 0 ? 'Before' : 'After'}: period ${period}; ${name} (id ${profile}); ${firms} firms, ${whitelisted} whitelisted`,
  );
  const notices = noticesFor(plans);
  return {
    about,
    notices,
    guide: guidePage(
      comparedTitle,
      [
        {
          title: aboutTitle,
          lines: [
            guideLine(comparedTitle, comparedAbout, lang),
            ...about.map((line) => {
              const [name = '', ...rest] = line.split(zh ? '：' : ': ');
              return { name, text: rest.join(zh ? '：' : ': '), source: '' };
            }),
            ...profileLines(plan, lang),
            ...(compared.rulesChanged ? [noticeLine(rulesChanged, lang)] : []),
            ...notices.map((notice) => noticeLine(notice, lang)),
            ...colourLines(columns, lang),
          ],
        },
        {
          title: { zh: '变化', en: 'Moves' },
          lines: moves.map((move) => guideLine(moveText[move], moveNotes[move], lang)),
        },
        ...rulesOf(plan, columns, comparedNotes, lang),
      ],
      lang,
    ),
  };
}

const rulesChanged: Text = {
  zh: '两期的方案不同；以下是后一期的规则',
  en: 'the two runs have different profiles; the rules below are the later one’s',
};

const robustTitle: Text = { zh: '权重稳健性', en: 'Weights shaken' };
const robustAbout: Text = {
  zh: '把各指标的权重反复随机变动，每次重新计分、重定白名单，看谁的入选取决于权重；有总分、未被否决的企业每家一行：入选取决于权重的在前，越难说的越靠前，其余按名次',
  en: 'all weights are drawn at random again and again, and the whitelist decided anew: whose place hangs on them. A line for each firm with a total that no veto bars: those whose place hangs on the weights first, the most doubtful at the top, then by rank',
};

const robustNotes: Readonly<Record<string, Text>> = {
  total: { zh: '按方案权重的总分，分', en: 'points under the profile’s own weights' },
  listed: { zh: '按方案权重是否在白名单', en: 'whether it is whitelisted under the profile’s own weights' },
  share: {
    zh: '在全部变动中有多少比例在白名单上；100% 或 0% 表示与权重无关',
    en: 'in how many of all draws it is whitelisted; 100 % and 0 % do not hang on the weights',
  },
  rank: { zh: '按方案权重的名次', en: 'rank under the profile’s own weights' },
  rank_low: {
    zh: '九成的变动里，名次落在此数和下一列之间；这是好的一端',
    en: 'in 90 % of the draws the rank lies between this and the next column; the better end',
  },
  rank_high: { zh: '同上，差的一端', en: 'the same, the worse end' },
  hangs_on: {
    zh: '对入选与否影响最大的指标；↑ 权重加大时更容易入选，↓ 权重加大时更难；总是或从不入选的空白',
    en: 'the indicator whose weight decides most; ↑ a larger weight helps, ↓ it harms; blank where the firm is always or never in',
  },
};

/** `weights` as it was asked for: 10%. */
export function robustWords(
  robust: Robust,
  plan: Plan,
  { columns }: ReportTable,
  weights: string,
  lang: Lang,
): AnalysisWords {
  const zh = lang === 'zh';
  const { name, profile, period, draws, seed, adjusted } = robust;
  const drawn: Text = {
    zh: `各权重在自身上下 ${weights} 之内均匀变动，共 ${draws} 次，随机种子 ${seed}`,
    en: `each weight drawn evenly within ±${weights} of itself, ${draws} draws, seed ${seed}`,
  };
  const about = [
    zh ? `数据期 ${period}；${name}（编号 ${profile}）` : `Period ${period}; ${name} (id ${profile})`,
    drawn[lang],
  ];
  const notices = noticesFor([plan]);
  return {
    about,
    notices,
    guide: guidePage(
      robustTitle,
      [
        {
          title: aboutTitle,
          lines: [
            guideLine(robustTitle, robustAbout, lang),
            { name: zh ? '数据期' : 'Period', text: period, source: '' },
            guideLine({ zh: '变动', en: 'Draws' }, drawn, lang),
            ...(adjusted > 0 ? [noticeLine(withoutPeople, lang)] : []),
            ...profileLines(plan, lang),
            ...notices.map((notice) => noticeLine(notice, lang)),
            ...colourLines(columns, lang),
          ],
        },
        ...rulesOf(plan, columns, robustNotes, lang),
      ],
      lang,
    ),
  };
}

const withoutPeople: Text = {
  zh: '人工调入、调出不算在内：试的是规则',
  en: 'what people put on or took off the lists is left out: it is the rules that are tried',
};

/** Each once: two runs of one profile have the same. */
function noticesFor(plans: readonly Plan[]): Text[] {
  const all = plans.flatMap((plan) => noticesOf({ plan, without: [], unreadable: [] }));
  return all.filter((one, index) => all.findIndex(({ zh }) => zh === one.zh) === index);
}

function rulesOf(
  plan: Plan,
  columns: ReportTable['columns'],
  notes: Readonly<Record<string, Text>>,
  lang: Lang,
): { readonly title: Text; readonly lines: readonly RuleRow[] }[] {
  const columnsTold = [{ columns, noteOf: (id: string) => notes[id] }];
  return [
    { title: columnsTitle, lines: columnLines(columnsTold, { lang, headers: 'text' }) },
    { title: listsTitle, lines: listRows(plan, openScope({ plan }, ['whitelist'], []), lang) },
    { title: indicatorsTitle, lines: plan.scored ? indicatorRows(plan, lang) : [] },
  ];
}
