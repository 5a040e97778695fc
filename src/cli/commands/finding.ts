import { Command } from 'commander';
import { catalogue, Findings, kindOf, usageError } from '../../finding/index.js';
import type { Shell } from '../shell.js';
import { textIn } from '../text.js';

const severityWord = {
  zh: { error: '错误', warning: '提醒', info: '说明' },
  en: { error: 'error', warning: 'warning', info: 'info' },
} as const;

/** `finding [id]`: the catalogue's entry, with the text it would show. Costs nothing: no input is read. */
export const findingCommand = (shell: Shell): Command => {
  const text = textIn(shell.lang);
  return new Command('finding')
    .summary(text('finding.summary'))
    .description(text('finding.summary'))
    .argument('[id]', text('finding.id'))
    .action(async (id: string | undefined) => {
      await shell.print(id === undefined ? listAll(shell) : await entry(id, shell));
    })
    .addHelpText('after', `\n${text('help.example')}\n  innopoints finding cell.not-a-number`);
};

function listAll(shell: Shell): string {
  return Object.keys(catalogue)
    .map((id) => {
      const kind = kindOf(id)!;
      return `${id}  ${severityWord[shell.lang][kind.severity]}  ${kind[shell.lang](kind.sample).found}\n`;
    })
    .join('');
}

async function entry(id: string, shell: Shell): Promise<string> {
  const kind = kindOf(id);
  if (kind === undefined) {
    const { distance } = await import('fastest-levenshtein');
    const near = Object.keys(catalogue)
      .map((one) => ({ one, far: distance(one, id) }))
      .sort((a, b) => a.far - b.far || (a.one < b.one ? -1 : 1))
      .filter(({ far }) => far <= Math.max(3, id.length / 2))
      .slice(0, 3)
      .map(({ one }) => one);
    const findings = new Findings();
    findings.add('usage.unknown-finding', { file: 'finding' }, { id, near });
    throw usageError(findings.all);
  }
  const lang = shell.lang;
  const said = kind[lang](kind.sample);
  const labels = lang === 'zh' ? ['例如', '应为', '怎么办'] : ['for example', 'expected', 'what to do'];
  const lines = [`${id}（${severityWord[lang][kind.severity]}）`, `${labels[0]}：${said.found}`];
  if (said.expected) lines.push(`${labels[1]}：${said.expected}`);
  if (said.fix) lines.push(`${labels[2]}：${said.fix}`);
  return `${(lang === 'zh' ? lines : lines.map((line) => line.replace('：', ': ').replace('（', ' (').replace('）', ')'))).join('\n')}\n`;
}
