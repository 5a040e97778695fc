/** HTML that can be written as it stands. */
export interface Markup {
  readonly html: string;
}

export type Piece = Markup | string | number | null | readonly Piece[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** html`<td>${name}</td>`: whatever is put in is text, in an attribute too, unless it is markup itself. */
export function html(fixed: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  let text = fixed[0]!;
  for (let index = 0; index < pieces.length; index++) text += textOf(pieces[index]!) + fixed[index + 1]!;
  return { html: text };
}

function textOf(piece: Piece): string {
  if (piece === null) return '';
  if (typeof piece === 'number') return String(piece);
  if (typeof piece === 'string') return visible(piece).replace(/[&<>"']/g, (one) => entities[one]!);
  if ('html' in piece) return piece.html;
  return piece.map(textOf).join('');
}

/**
 * Text from cells and file names, such that a reader sees all of it: line ends and tabs become blanks; other control
 * characters and the marks that turn the direction of writing are shown as \u202e (CWE-150, CVE-2021-42574).
 */
export const visible = (text: string): string =>
  text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(
      /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g,
      (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );

/** JSON for a script element: no text in it can close the element or open a comment. */
export const scriptJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');
