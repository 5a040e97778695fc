import { expect, test } from 'vitest';
import type { Page } from '../../../src/model/page.js';
import { cardHtml } from '../../../src/report/cards/card-html.js';

const evil = `<img src=x onerror="alert('1')">&\u0007\u202e`;
const page: Page = {
  title: evil,
  about: [evil],
  notice: evil,
  facts: [{ label: evil, value: evil }],
  sections: [
    { title: evil, figure: evil, entries: [{ mark: 'yes', title: evil, figure: evil, notes: [evil] }] },
  ],
};

test('whatever stands in a cell is text on the page', () => {
  const html = cardHtml(page, 'zh');
  expect(html).not.toContain('<img');
  expect(html).not.toMatch(/[\u0007\u202e]/);
  expect(
    html.match(/&#60;img src=x onerror=&#34;alert\(&#39;1&#39;\)&#34;&#62;&#38;\ufffd\ufffd/g),
  ).toHaveLength(11);
});

test('the page may load nothing and run nothing', () => {
  expect(cardHtml(page, 'en')).toContain(
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
  );
});
