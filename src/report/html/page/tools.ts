import type { PageDocument, PageElement } from './dom.js';
import type { PackedFirms, PackedTexts } from './packed.js';
import type { filled, shownNumber, unpackNumbers, unpackPhrase } from './unpack.js';

/** What the parts of the page's script are handed: they cannot import (unpack.ts says why). */
export interface PageTools {
  readonly document: PageDocument;
  readonly data: PackedFirms;
  /** By firm, unpacked once; '' for none. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly unpackNumbers: typeof unpackNumbers;
  readonly unpackPhrase: typeof unpackPhrase;
  /** Texts of a column, '' where there is none. */
  unpackTexts(column: PackedTexts): string[];
  readonly shownNumber: typeof shownNumber;
  readonly filled: typeof filled;
  /** A new element of a class with children; texts stay texts. */
  make(tag: string, className: string, ...children: readonly (PageElement | string)[]): PageElement;
  /** An element that the page was written with. */
  at(id: string): PageElement;
}
