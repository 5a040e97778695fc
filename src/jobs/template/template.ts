import type { Plan } from '../../model/plan.js';
import type { Lang } from '../../model/text.js';
import { templateColumns, writeTemplate } from '../../report/index.js';
import { oneProfile } from '../profile/profiles.js';
import { requireExtension } from '../require-extension.js';
import { requirePeriod } from '../require-period.js';
import { templateHeaders } from './template-headers.js';

export interface TemplateRequest {
  readonly profile: string;
  readonly profileFolders?: readonly string[] | undefined;
  /** The time that the data shall speak of: named in the instructions. */
  readonly period?: string | undefined;
  readonly out: string;
  readonly force?: boolean | undefined;
  readonly lang?: Lang | undefined;
}

export interface TemplateWritten {
  readonly plan: Plan;
  readonly file: string;
  readonly columns: number;
  readonly required: number;
}

/**
 * The blank workbook for firms and districts to fill: filled as it says, it scores without a finding. Throws EdgeError: 2
 * wrong usage or profile, 4 the file is there or cannot be written. Cost: loading the profile.
 */
export async function template(request: TemplateRequest): Promise<TemplateWritten> {
  requireExtension(request.out, '--out', '.xlsx');
  const period = requirePeriod(request.period);
  const { plan } = oneProfile(request.profile, request.profileFolders);
  const lang = request.lang ?? plan.lang;
  const headers = await templateHeaders(plan, lang, period?.year ?? null);
  await writeTemplate(request.out, plan, { lang, period, headers }, request.force ?? false);
  const columns = templateColumns(plan, lang, headers);
  return {
    plan,
    file: request.out,
    columns: columns.length,
    required: columns.filter((column) => column.required).length,
  };
}
