import type { Offer, Share } from '../model/plan.js';
import type { Run } from '../model/run.js';
import type { Lang } from '../model/text.js';
import type { Column, ReportTable, Value, Voice } from './column.js';
import { guideSheet } from './guide/guide-sheet.js';
import { packScope } from './guide/guides.js';
import { listed, listTable } from './list-table.js';
import { masked } from './mask.js';
import { statusColumns } from './notices.js';
import { reportSheet } from './report-sheet.js';
import type { SheetSpec } from './xlsx/write-sheet.js';

/** Which firms of the whitelist go to an offer's provider. The counts add up to the whitelist. */
export interface PackChoice {
  readonly firms: ReadonlySet<number>;
  readonly whitelisted: number;
  /** Left out: they do not allow it, or nobody knows. */
  readonly unauthorised: number;
  /** Left out: allowed, but the offer is not open to them. */
  readonly withoutOffer: number;
}

const openShare: Share = { columns: null, mask: new Map(), consent: 'authorised', contacts: [] };

/** What the profile says of an offer's sharing. */
export const shareOf = (run: Pick<Run, 'plan'>, offer: Offer): Share =>
  offer.share ?? run.plan.share ?? openShare;

/** Only a yes counts as consent: blank is no. */
export function choosePack(run: Run, offer: number): PackChoice {
  const { firms, plan, decisions } = run;
  const { consent } = shareOf(run, plan.offers[offer]!);
  const allowed = consent === null ? null : firms.numbers.get(consent);
  const all = listed(run, 'whitelist');
  const chosen = new Set<number>();
  let unauthorised = 0;
  let withoutOffer = 0;
  for (const firm of all) {
    if (consent !== null && allowed?.[firm] !== 1) unauthorised++;
    else if (!decisions.offers[firm]!.some((one) => one.offer === offer)) withoutOffer++;
    else chosen.add(firm);
  }
  return { firms: chosen, whitelisted: all.length, unauthorised, withoutOffer };
}

/**
 * The whitelist as one bank may see it: the profile's columns, or what a whitelist shows without other banks' offers and
 * people's adjustments; masked as told; never a contact. `status` adds the profile's standing as columns, for a CSV.
 */
export function packTable(
  run: Run,
  offer: number,
  choice: PackChoice,
  voice: Voice,
  status: boolean,
): ReportTable {
  const { plan, decisions } = run;
  const own = plan.offers[offer]!;
  const share = shareOf(run, own);
  const more = (share.columns ?? []).filter((id) => plan.fields.has(id) && !plan.listColumns.includes(id));
  const narrowed: Run = {
    ...run,
    plan: { ...plan, listColumns: [...plan.listColumns, ...more] },
    decisions: {
      ...decisions,
      lists: decisions.lists.map((on, firm) => (choice.firms.has(firm) ? on : [])),
    },
  };
  const whole = listTable(narrowed, 'whitelist', voice, false);
  const limit = `offer_${own.id}`;
  const wanted = (share.columns ?? usualColumns(whole, limit)).map((id) => (id === 'limit' ? limit : id));
  const places = wanted
    .map((id) => whole.columns.findIndex((column) => column.id === id))
    .filter((place) => place >= 0 && !share.contacts.includes(whole.columns[place]!.id));
  const masks = places.map((place) => maskAt(whole.columns[place]!, limit, share));
  const standing = status ? statusColumns(run, voice) : { columns: [], values: [] };
  return {
    title: {
      zh: `${own.name.zh} 推送名单`,
      en: `${own.name.en}: whitelist`,
    },
    columns: [
      ...places.map(
        (place, index): Column =>
          masks[index] === 'none' ? whole.columns[place]! : { ...whole.columns[place]!, format: 'text' },
      ),
      ...standing.columns,
    ],
    count: whole.count,
    *rows() {
      for (const row of whole.rows())
        yield [
          ...places.map((place, index): Value => {
            const value = row[place] ?? null;
            const mask = masks[index]!;
            return mask === 'none' || value === null ? value : masked(String(value), mask);
          }),
          ...standing.values,
        ];
    },
  };
}

const packTitle = { zh: '推送名单', en: 'Whitelist' };
const packAbout = {
  zh: '白名单中同意提供信息、并且符合本产品条件的企业；没有联系方式，未列入的家数写在表头',
  en: 'the whitelisted firms that allow it and meet the conditions of this offer; no contacts. How many were left out stands above the table',
};

const usualColumns = ({ columns }: ReportTable, limit: string): string[] =>
  columns
    .map((column) => column.id)
    .filter((id) => (id.startsWith('offer_') ? id === limit : id !== 'lists' && id !== 'adjusted'));

const maskAt = ({ id }: Column, limit: string, { mask }: Share) =>
  mask.get(id) ?? (id === limit ? mask.get('limit') : undefined) ?? 'none';

/** How many were left out and why, without naming one. */
export function packNote({ firms, whitelisted, unauthorised, withoutOffer }: PackChoice, lang: Lang): string {
  return lang === 'zh'
    ? `白名单 ${whitelisted} 家，推送 ${firms.size} 家；未授权或授权不明 ${unauthorised} 家、不符合本产品条件 ${withoutOffer} 家未列入`
    : `${whitelisted} firms on the whitelist, ${firms.size} shared; left out: ${unauthorised} without consent, ${withoutOffer} to whom this offer is not open`;
}

/** The same as a workbook, the counts above the table; its guide says no more than the bank may know. */
export function packSheets(run: Run, offer: number, choice: PackChoice, voice: Voice): SheetSpec[] {
  const table = packTable(run, offer, choice, voice, false);
  const spec = reportSheet(run, table, voice);
  const head = [...spec.head];
  head.splice(2, 0, { kind: 'plain', cells: [packNote(choice, voice.lang)] });
  const scope = packScope(run, offer, table, shareOf(run, run.plan.offers[offer]!).consent);
  const guide = guideSheet(
    run,
    [{ title: packTitle, about: packAbout, columns: table.columns }],
    scope,
    voice,
  );
  return [{ ...spec, name: packTitle[voice.lang], head }, guide];
}
