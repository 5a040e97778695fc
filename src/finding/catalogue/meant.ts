import { quoteAll } from '../define.js';

/** Did-you-mean in Chinese; what to do instead where nothing is near. */
export const meantZh = (near: readonly string[], otherwise = ''): string =>
  near.length > 0 ? `是否为${quoteAll(near, 'zh')}？` : otherwise;

/** The same in English. */
export const meantEn = (near: readonly string[], otherwise = ''): string =>
  near.length > 0 ? `did you mean ${quoteAll(near, 'en')}?` : otherwise;
