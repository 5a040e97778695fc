import { html, type Markup } from '../markup.js';

/** A part of a whole as a bar; the figures stand beside it, so it says nothing of its own. */
export function shareBar(part: number, whole: number, code: string): Markup {
  const width = whole === 0 ? 0 : (part / whole) * 100;
  return html`<svg class="share" aria-hidden="true" viewBox="0 0 100 12" preserveAspectRatio="none"><rect class="f-edge" width="100" height="12"/><rect class="f-${code}" width="${width.toFixed(2)}" height="12"/></svg>`;
}
