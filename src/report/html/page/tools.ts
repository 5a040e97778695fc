import type { PageDocument, PageElement } from './dom.js';
import type { PackedFirms } from './packed.js';
import type { filled, shownNumber, unpackNumbers, unpackPhrase, unpackTexts } from './unpack.js';

/** What the parts of the page's script are handed: they cannot import (unpack.ts says why). */
export interface PageTools {
  readonly document: PageDocument;
  readonly data: PackedFirms;
  readonly unpackNumbers: typeof unpackNumbers;
  readonly unpackPhrase: typeof unpackPhrase;
  readonly unpackTexts: typeof unpackTexts;
  readonly shownNumber: typeof shownNumber;
  readonly filled: typeof filled;
  /** A new element of a class with children; texts stay texts. */
  make(tag: string, className: string, ...children: readonly (PageElement | string)[]): PageElement;
  /** An element that the page was written with. */
  at(id: string): PageElement;
}
