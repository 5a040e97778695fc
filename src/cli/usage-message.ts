import type { CommanderError } from 'commander';

const quoted = (text: string): string => /'([^']+)'/.exec(text)?.[1] ?? '';
const suggestion = (text: string): string => /Did you mean ([^?]+)\?/.exec(text)?.[1] ?? '';

/** What commander refused, in both languages. Its message holds the words; its code says the kind. */
export function usageMessage(error: CommanderError): { zh: string; en: string } {
  const en = error.message.replace(/^error: /, '').replace(/(?<!\s)\s*\n\s*/g, ' ');
  const word = quoted(error.message);
  const near = suggestion(error.message);
  const hint = near === '' ? '' : `，是否为 ${near}？`;
  const zh: Readonly<Record<string, string>> = {
    'commander.missingMandatoryOptionValue': `缺少必需的选项 ${word}`,
    'commander.optionMissingArgument': `选项 ${word} 后面要有一个值`,
    'commander.missingArgument': `缺少参数 ${word}`,
    'commander.unknownOption': `没有选项 ${word}${hint}`,
    'commander.unknownCommand': `没有命令 ${word}${hint}`,
    'commander.excessArguments': '参数太多',
    'commander.invalidArgument': `选项的值不对：${en}`,
    'commander.conflictingOption': `选项互相冲突：${en}`,
  };
  return { zh: zh[error.code] ?? en, en };
}
