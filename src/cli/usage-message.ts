import type { CommanderError } from 'commander';

const quoted = (text: string): string => /'([^']+)'/.exec(text)?.[1] ?? '';
const suggestion = (text: string): string => /Did you mean ([^?]+)\?/.exec(text)?.[1] ?? '';

/** -o, --out <dir> → --out */
const longOf = (flags: string): string => /--[\w-]+/.exec(flags)?.[0] ?? flags;

/** What the arguments of commands are called; help names them in both languages. */
const argumentWords: Readonly<Record<string, string>> = {
  files: '文件：要读哪些表',
  run: '结果文件夹：assess 写出的那一个',
  root: '存放各次结果的文件夹',
  old: '上次的结果文件夹',
  new: '这次的结果文件夹',
  id: '方案编号',
  'new-id': '新方案的编号',
  a: '第一个方案',
  b: '第二个方案',
};

/**
 * What commander refused, in both languages. Its message holds the words; its code says the kind. What our own readers of
 * values say of one is what may stand there: 90s, 10m, 1h.
 */
export function usageMessage(error: CommanderError): { zh: string; en: string } {
  const en = error.message.replace(/^error: /, '').replace(/(?<!\s)\s*\n\s*/g, ' ');
  const word = quoted(error.message);
  const near = suggestion(error.message);
  const hint = near === '' ? '' : `，是否为 ${near}？`;
  if (error.code === 'commander.invalidArgument') return valueMessage(en);
  if (error.code === 'commander.conflictingOption') return conflictMessage(en);
  const zh: Readonly<Record<string, string>> = {
    'commander.missingMandatoryOptionValue': `缺少必需的选项 ${word}`,
    'commander.optionMissingArgument': `选项 ${word} 后面要有一个值`,
    'commander.missingArgument': `缺少${argumentWords[word] ?? `参数 ${word}`}`,
    'commander.unknownOption': `没有选项 ${word}${hint}`,
    'commander.unknownCommand': `没有命令 ${word}${hint}`,
    'commander.excessArguments': '参数太多',
  };
  return { zh: zh[error.code] ?? `命令行写得不对（${en}）`, en };
}

/** option '--wait <time>' argument '5' is invalid. 90s, 10m, 1h */
function valueMessage(en: string): { zh: string; en: string } {
  const found =
    /^(?:option|command-argument) '(.+?)' (?:argument|value) '(.*)' (?:from env '.+?' )?is invalid\. ?(.*)$/s.exec(
      en,
    );
  if (found === null) return { zh: `选项的值不对（${en}）`, en };
  const [, flags = '', value = '', wanted = ''] = found;
  const choices = /^Allowed choices are (.*?)\.?$/s.exec(wanted)?.[1]?.split(', ');
  const option = longOf(flags);
  return choices === undefined
    ? {
        zh: `选项 ${option} 的值「${value}」不对，应写成这样：${wanted.split(', ').join('、')}`,
        en: `"${value}" is no value of ${option}: write it like ${wanted}`,
      }
    : {
        zh: `选项 ${option} 没有「${value}」这个值，可用 ${choices.join('、')}`,
        en: `${option} takes no "${value}", but ${choices.join(', ')}`,
      };
}

/** option '--runs <dir>' cannot be used with option '-o, --out <dir>' */
function conflictMessage(en: string): { zh: string; en: string } {
  const [one, other] = [...en.matchAll(/'([^']+)'/g)].map((found) => longOf(found[1] ?? ''));
  if (one === undefined || other === undefined) return { zh: `选项互相冲突（${en}）`, en };
  return { zh: `${one} 和 ${other} 不能一起用`, en: `${one} and ${other} exclude each other` };
}
