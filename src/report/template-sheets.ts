import type { Lang } from '../model/text.js';

/** The sheets of a template, in their order. */
export const templateSheetNames: Readonly<
  Record<Lang, { readonly form: string; readonly guide: string; readonly lists: string }>
> = {
  zh: { form: '企业', guide: '填写说明', lists: 'innopoints' },
  en: { form: 'Firms', guide: 'How to fill', lists: 'innopoints' },
};

/**
 * A sheet of ours beside the form, of which nothing need be said: the words of drop-downs where it is hidden, and how to
 * fill the form. By name only: a table of firms that stands on a visible sheet is read, whatever its name.
 */
export const isTemplateAid = (name: string, visible: boolean): boolean =>
  Object.values(templateSheetNames).some((names) => name === (visible ? names.guide : names.lists));
