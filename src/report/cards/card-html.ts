import { type Entry, markText, type Page, type Section } from '../../model/page.js';
import type { Lang } from '../../model/text.js';

/** What stands for text in HTML; control characters, which no page may hold, become a visible mark. */
export const escapeHtml = (text: string): string =>
  text
    .replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
      '\ufffd',
    );

/** Nothing is loaded and nothing runs: the page holds text and its own style, whatever stands in a cell. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const style = `
@page { size: A4; margin: 15mm 14mm }
* { box-sizing: border-box }
body { font: 10.5pt/1.5 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1a1a1a; max-width: 182mm; margin: 0 auto; padding: 8mm 4mm }
h1 { font-size: 15pt; margin: 0 0 2mm } h2 { font-size: 11.5pt; margin: 5mm 0 1mm; border-bottom: .3mm solid #888; display: flex; justify-content: space-between; break-after: avoid }
p { margin: 0 } .about { color: #555 } .notice { border: .3mm solid #b35900; color: #7a3d00; padding: 1mm 2mm; margin: 2mm 0 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .5mm 4mm; margin: 3mm 0 } dt { color: #555 } dd { margin: 0 }
ul { list-style: none; margin: 0; padding: 0 } li { padding: .8mm 0; border-bottom: .1mm solid #ddd; break-inside: avoid }
.line { display: flex; justify-content: space-between; gap: 4mm } .figure { white-space: nowrap; font-variant-numeric: tabular-nums }
.note { color: #555; font-size: 9pt; padding-left: 4mm; overflow-wrap: anywhere } .mark { display: inline-block; min-width: 2.2em }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: .6mm 2mm; border-bottom: .1mm solid #ddd } td.figure, th.figure { text-align: right }
@media print { body { padding: 0 } a { color: inherit; text-decoration: none } }
`;

/** A whole page in itself. */
export const htmlPage = (lang: Lang, title: string, body: string): string =>
  `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;

/** One firm's page, for A4. */
export function cardHtml(page: Page, lang: Lang): string {
  const facts = page.facts.map(
    ({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  const body = [
    `<h1>${escapeHtml(page.title)}</h1>`,
    ...page.about.map((line) => `<p class="about">${escapeHtml(line)}</p>`),
    ...(page.notice === null ? [] : [`<p class="notice">${escapeHtml(page.notice)}</p>`]),
    `<dl>${facts.join('')}</dl>`,
    ...page.sections.map((section) => sectionHtml(section, lang)),
  ];
  return htmlPage(lang, page.title, body.join('\n'));
}

const sectionHtml = ({ title, figure, entries }: Section, lang: Lang): string =>
  `<section><h2><span>${escapeHtml(title)}</span><span class="figure">${escapeHtml(figure)}</span></h2>
<ul>${entries.map((entry) => entryHtml(entry, lang)).join('\n')}</ul></section>`;

function entryHtml({ mark, title, figure, notes }: Entry, lang: Lang): string {
  const sign = mark === null ? '' : `<span class="mark">${markText[mark][lang]}</span>`;
  const line = `<div class="line"><span>${sign}${escapeHtml(title)}</span><span class="figure">${escapeHtml(figure)}</span></div>`;
  return `<li>${line}${notes.map((note) => `<div class="note">${escapeHtml(note)}</div>`).join('')}</li>`;
}
