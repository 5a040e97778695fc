import type { ListKind } from '../model/plan.js';
import type { Run } from '../model/run.js';
import type { ReportTable, Voice } from './column.js';
import type { FetchRows, ReturnedTable } from './exceptions/exceptions.js';
import { exceptionSheet } from './exceptions/exceptions-xlsx.js';
import { type GuidedSheet, guideSheet } from './guide/guide-sheet.js';
import { guidedList, offersOf, openScope } from './guide/guides.js';
import { guidedOffers, offerTables } from './offer-book.js';
import { overviewAbout, overviewSheet, overviewTitle } from './overview-sheet.js';
import { reportSheet } from './report-sheet.js';
import type { SheetSpec } from './xlsx/write-sheet.js';

/** Short names of tabs; the title of the sheet says it in full. */
const tabs = {
  whitelist: { zh: '白名单', en: 'Whitelist' },
  referral: { zh: '推荐', en: 'Referrals' },
  pool: { zh: '入库', en: 'Pool' },
  ranking: { zh: '排名', en: 'Ranking' },
  publicity: { zh: '公示', en: 'Publicity' },
  exceptions: { zh: '例外', en: 'Exceptions' },
} as const;

/**
 * `--one-workbook`: a run as it is mailed upward, in one file. 汇总, then what else would be workbooks of their own: each
 * list, the offers, the rows that went back, and last how to read all of it. `lists` are the tables of the kinds that the
 * run has. Cost: that of the single workbooks.
 */
export async function oneWorkbook(
  run: Run,
  lists: readonly { readonly kind: ListKind; readonly table: ReportTable }[],
  voice: Voice,
  returned: readonly ReturnedTable[],
  fetch: FetchRows,
): Promise<SheetSpec[]> {
  const { lang } = voice;
  const sheets: SheetSpec[] = [overviewSheet(run, voice)];
  const guided: GuidedSheet[] = [{ title: overviewTitle, about: overviewAbout, columns: [] }];
  for (const { kind, table } of lists) {
    sheets.push({ ...reportSheet(run, table, voice), name: tabs[kind][lang] });
    guided.push(guidedList(kind, table));
  }
  if (run.plan.offers.length > 0) {
    // The exposure stands in the overview.
    const offers = offerTables(run, voice, false);
    sheets.push(reportSheet(run, offers[0], voice));
    guided.push(guidedOffers(offers)[0]!);
  }
  for (const table of returned) {
    const sheet = await exceptionSheet(run, table, fetch);
    const name = tabs.exceptions[lang];
    sheets.push({
      ...sheet,
      name: returned.length === 1 ? name : `${name}-${sheet.name}`,
      // Nobody mends the rows here: that is what exceptions.xlsx is for.
      head: [{ kind: 'notice', cells: [exceptionsAbout[lang]] }, ...sheet.head.slice(1)],
    });
  }
  if (returned.length > 0) guided.push({ title: tabs.exceptions, about: exceptionsAbout, columns: [] });
  const scope = openScope(
    run,
    lists.map((one) => one.kind),
    offersOf(run),
  );
  return [...sheets, guideSheet(run, guided, scope, voice)];
}

const exceptionsAbout = {
  zh: '退回改正、一票否决和重复的原行：原来的列和标题，末尾写明处理结果和怎么改；企业改正后报回请用 exceptions.xlsx',
  en: 'The firms’ own rows that were rejected, vetoed or repeated, with the result and what to correct at the end; to mend them and send them back there is exceptions.xlsx',
};
