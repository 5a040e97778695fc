import { html, type Markup } from '../markup.js';

export interface StripPart {
  /** Names the colour: a fate or a disposition. */
  readonly code: string;
  readonly label: string;
  readonly count: number;
}

/** One bar of parts that make a whole, with its legend: each part's count and share stand beside it in words. */
export function strip(id: string, title: string, parts: readonly StripPart[]): Markup {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const share = (count: number): string => (total === 0 ? '0' : ((count / total) * 100).toFixed(1));
  let from = 0;
  const bars = parts.map(({ code, count }) => {
    const width = total === 0 ? 0 : (count / total) * 1000;
    const x = from;
    from += width;
    return html`<rect class="f-${code}" x="${x.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="22"/>`;
  });
  const said = parts.map(({ label, count }) => `${label} ${count} (${share(count)} %)`).join('; ');
  return html`<svg class="strip" role="img" aria-labelledby="${id}-t ${id}-d" viewBox="0 0 1000 22" preserveAspectRatio="none">
<title id="${id}-t">${title}</title><desc id="${id}-d">${said}</desc>${bars}</svg>
<table class="legend"><tbody>${parts.map(
    ({ code, label, count }) =>
      html`<tr><th scope="row"><span class="key k-${code}"></span>${label}</th><td class="number">${count}</td><td class="number soft">${share(count)} %</td></tr>`,
  )}</tbody></table>`;
}
