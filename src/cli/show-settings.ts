import type { Lang } from '../model/text.js';
import type { From, Setting } from './config-settings.js';
import { columnsOf } from './layout.js';
import { foreign } from './plain.js';

const words: Readonly<Record<Lang, Readonly<Record<From, string>>>> = {
  zh: {
    'command-line': '命令行',
    environment: '环境变量',
    file: '配置文件',
    default: '默认',
    none: '未给出',
  },
  en: {
    'command-line': 'command line',
    environment: 'environment',
    file: 'file',
    default: 'default',
    none: 'not given',
  },
};

/** A line a key: its value, where it came from, and the place. */
export const showSettings = (settings: readonly Setting[], lang: Lang): string =>
  `${columnsOf(
    settings.map(({ key, value, from, at }) => [
      key,
      foreign(key === 'wait' && typeof value === 'number' ? `${value / 1000}s` : shown(value)),
      [words[lang][from], foreign(at)].filter(Boolean).join(' '),
    ]),
  ).join('\n')}\n`;

const shown = (value: unknown): string =>
  value === null || value === undefined
    ? '–'
    : Array.isArray(value)
      ? value.map(String).join(', ')
      : String(value);
