/**
 * As much of a browser as the page's script uses, and nothing that makes elements out of text. Written out here, since the
 * library `dom` would give every file of src/ a global `document`, `name` and `status` to mistake for its own.
 */
export interface PageNode {
  textContent: string | null;
  append(...children: readonly (PageNode | string)[]): void;
  replaceChildren(...children: readonly (PageNode | string)[]): void;
}

export interface PageElement extends PageNode {
  className: string;
  /** Of inputs, selects and options. */
  value: string;
  disabled: boolean;
  hidden: boolean;
  readonly style: { setProperty(name: string, value: string): void };
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  addEventListener(kind: string, listener: () => void): void;
  focus(): void;
}

export interface PageDialog extends PageElement {
  readonly open: boolean;
  scrollTop: number;
  showModal(): void;
  close(): void;
}

export interface PageDocument {
  readonly body: PageElement;
  createElement(tag: string): PageElement;
  getElementById(id: string): PageElement | null;
}

export interface PageWindow {
  print(): void;
  addEventListener(kind: string, listener: () => void): void;
}
