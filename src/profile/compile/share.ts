import type { Field } from '../../model/field.js';
import type { Mask, Publicity, Share } from '../../model/plan.js';
import type { PublicityDocument, ShareDocument } from '../document/decision.js';
import type { ProfileDocument } from '../document/document.js';
import { nearestWords } from '../nearest-words.js';
import type { Reporter } from '../report.js';
import type { Path } from '../yaml/places.js';
import { sourceAt } from './source.js';

/** packs/core-fields: 企业授权. Asked where a profile names no field of its own. */
const usualConsent = 'authorised';
/** 温州龙湾 showed its list from 10-10 to 10-15 and heard objections; no text sets the days. */
const usualDays = 5;

/** Names and headers of fields by which people are reached. */
const contact =
  /联系人|联系方式|联系电话|电话|手机|邮箱|电子邮件|微信|传真|contact|phone|mobile|e-?mail|fax/i;

const standard = ['rank', 'number', 'id', 'name', 'stage', 'total', 'rank_in_stage', 'grade', 'limit'];

/** What leaves the house. Columns that no whitelist could show and fields that hold contacts are errors. */
export function compileShare(
  stated: ShareDocument | undefined,
  path: Path,
  document: ProfileDocument,
  fields: ReadonlyMap<string, Field>,
  reporter: Reporter,
  base?: Share,
): Share {
  const contacts = [...fields.values()].filter(isContact).map((field) => field.id);
  const share: Share = base ?? { columns: null, mask: new Map(), consent: usualConsent, contacts };
  if (stated === undefined) return share;
  sourceAt(stated.source, [...path, 'source'], reporter);
  const known = [
    ...standard,
    ...document.groups.map((group) => `group_${group.id}`),
    ...document.offers.map((offer) => `offer_${offer.id}`),
    ...fields.keys(),
  ];
  const check = (id: string, at: Path, key: boolean) => {
    if (!known.includes(id))
      reporter.add('profile.unknown-column', at, { name: id, near: nearestWords(id, known) }, { key });
    else if (contacts.includes(id)) reporter.add('profile.share-contact', at, { field: id }, { key });
  };
  for (const [index, id] of (stated.columns ?? []).entries()) check(id, [...path, 'columns', index], false);
  for (const id of Object.keys(stated.mask ?? {})) check(id, [...path, 'mask', id], true);
  if (stated.consent !== undefined && stated.consent !== 'none') {
    const yesNo = [...fields.values()].filter((field) => field.type === 'boolean').map((field) => field.id);
    if (!yesNo.includes(stated.consent))
      reporter.add('profile.unknown-field', [...path, 'consent'], {
        name: stated.consent,
        near: nearestWords(stated.consent, yesNo),
      });
  }
  return {
    columns: stated.columns ?? share.columns,
    mask: new Map([...share.mask, ...maskOf(stated.mask)]),
    consent: stated.consent === 'none' ? null : (stated.consent ?? share.consent),
    contacts,
  };
}

export function compilePublicity(stated: PublicityDocument | undefined, reporter: Reporter): Publicity {
  if (stated !== undefined) sourceAt(stated.source, ['publicity', 'source'], reporter);
  return {
    mask: new Map(maskOf(stated?.mask)),
    days: stated?.days ?? usualDays,
    contact: stated?.contact ?? null,
  };
}

const maskOf = (mask: Readonly<Partial<Record<string, Mask>>> | undefined): [string, Mask][] =>
  Object.entries(mask ?? {}).flatMap(([id, how]) => (how === undefined ? [] : [[id, how]]));

const isContact = ({ id, name, aliases }: Field): boolean =>
  [id, name.zh, name.en, ...aliases].some((text) => contact.test(text));
