import type { Run } from '../../../model/run.js';
import type { SourceNote } from '../../../model/source-note.js';
import { statusText } from '../../words.js';
import { html, type Markup } from '../markup.js';
import { sourceText } from '../source-text.js';

/** By what this was reckoned and from what: the profile and its sources, and the files that were read. */
export function standing(run: Run): Markup {
  const { plan, lang, sources, mappings, absent } = run;
  const zh = lang === 'zh';
  const files = sources.map((source) => {
    const sheets = mappings
      .filter((one) => one.file === source.file && one.sheet !== '')
      .map((one) => one.sheet);
    return html`<tr><th scope="row">${source.file}<span class="under">${[...new Set(sheets)].join(zh ? '、' : ', ')}</span></th><td class="number">${source.bytes}</td><td><code>${source.sha256}</code></td></tr>`;
  });
  const rows = [...usesBySource(run)].map(
    ([text, uses]) =>
      html`<tr><td>${text}</td><td>${uses.length > 8 ? `${uses.slice(0, 8).join(zh ? '、' : ', ')}${zh ? `等 ${uses.length} 项` : ` … ${uses.length} in all`}` : uses.join(zh ? '、' : ', ')}</td></tr>`,
  );
  const optional = absent.map((id) => plan.fields.get(id)?.name[lang] ?? id).join(zh ? '、' : ', ');
  return html`<section id="standing"><h2>${zh ? '依据' : 'By what this was reckoned'}</h2><p><b>${plan.name[lang]}</b> <code>${plan.id}</code> · ${statusText[plan.status][lang]} · sha256 <code>${plan.hash.slice(0, 16)}</code></p>${plan.about === null ? null : html`<p>${plan.about[lang]}</p>`}<div class="scroll"><table><thead><tr><th scope="col">${zh ? '出处' : 'Source'}</th><th scope="col">${zh ? '用于' : 'Used for'}</th></tr></thead><tbody>${rows}</tbody></table></div><h3>${zh ? '读入的文件' : 'Files read'}</h3><div class="scroll"><table><thead><tr><th scope="col">${zh ? '文件与工作表' : 'File and sheets'}</th><th scope="col" class="number">${zh ? '字节' : 'Bytes'}</th><th scope="col">sha256</th></tr></thead><tbody>${files}</tbody></table></div>${
    optional === ''
      ? null
      : html`<p class="soft">${zh ? '没有这些列，按空白处理：' : 'No such columns, taken as blank: '}${optional}</p>`
  }</section>`;
}

/** Each source once, with what rests on it, in the order of the profile. */
function usesBySource({ plan, lang }: Run): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  const add = (source: SourceNote, name: string): void => {
    const text = sourceText(source, lang);
    const known = uses.get(text);
    if (known === undefined) uses.set(text, [name]);
    else if (!known.includes(name)) known.push(name);
  };
  for (const one of plan.indicators) add(one.source, one.name[lang]);
  for (const one of plan.vetoes) add(one.source, one.text[lang]);
  for (const one of plan.bypasses) add(one.source, one.text[lang]);
  for (const one of plan.lists) add(one.source, one.name[lang]);
  for (const one of plan.offers) add(one.source, one.name[lang]);
  return uses;
}
