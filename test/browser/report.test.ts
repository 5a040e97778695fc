import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Compared, ComparedFirm, Move } from '../../src/model/compared.js';
import type { Run } from '../../src/model/run.js';
import { htmlReport } from '../../src/report/html/html-report.js';
import { type BrowserPage, chromium, openBrowser } from '../support/chromium.js';
import { type FirmPart, runOf } from '../unit/report/run-of.js';
import { zoneOf } from '../unit/report/zone.js';

// report.html as a person opens it: from the disk, in a real browser.
const reason =
  chromium === null ? ' (skipped: no Chromium here; apt-get install chromium, or set CHROMIUM)' : '';

const evil = `</script><img src=x onerror="document.title='run'">`;
const { parts, told } = zoneOf(120);
const hostile: FirmPart = { id: '91410100MAEVIL0001', name: evil, points: [30, 20, 10, 5, 0] };
const run = runOf([...parts, hostile], told);

let page: BrowserPage;
let folder: string;

const load = async (one: Run): Promise<void> => {
  const path = join(folder, 'report.html');
  writeFileSync(path, [...htmlReport(one)].join(''));
  await page.open(pathToFileURL(path).href);
};
const texts = (selector: string) =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.textContent)`,
  );
const click = (selector: string) =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
const type = (selector: string, text: string, event = 'input') =>
  page.evaluate(`{ const field = document.querySelector(${JSON.stringify(selector)}); field.value = ${JSON.stringify(text)};
    field.dispatchEvent(new Event('${event}')); }`);
const countOf = (one: string): number => run.decisions.disposition.filter((other) => other === one).length;

describe.skipIf(chromium === null)(`report.html in Chromium${reason}`, () => {
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'innopoints-browser-'));
    page = await openBrowser(chromium!);
  });

  beforeEach(() => load(run));

  afterAll(async () => {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the tiles count every firm once', async () => {
    const [all, ...results] = (await texts('.tiles b')).map(Number);
    expect(all).toBe(run.firms.count);
    expect(results).toEqual(['whitelisted', 'referred', 'below-line', 'vetoed', 'rejected'].map(countOf));
  });

  test('the table begins with the best rank, a page at a time', async () => {
    expect(await texts('.firms tbody tr')).toHaveLength(50);
    expect((await texts('.firms td.c-rank'))[0]).toBe('1');
    expect(await texts('#firm-pages .status')).toEqual(['第 1–50 家，共 121 家']);
  });

  test('the last page holds the rest', async () => {
    await click('.pages button:last-child');
    expect(await texts('.firms tbody tr')).toHaveLength(21);
  });

  test('words in any order and width find a firm', async () => {
    await type('#search', '智能　中科');
    const names = await texts('.firms .link');
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(/中科.*智能/);
    await type('#search', '９１４１０１００maevil');
    expect(await texts('.firms .link')).toEqual([evil]);
    await type('#search', '没有这家企业');
    expect(await texts('#firm-pages .status')).toEqual(['没有符合条件的企业']);
  });

  test('a result is chosen', async () => {
    await type('#choose-disposition', '一票否决', 'change');
    expect(await texts('#firm-pages .status')).toEqual([
      `第 1–${countOf('vetoed')} 家，共 ${countOf('vetoed')} 家`,
    ]);
  });

  test('a header sorts, again the other way, and firms without a figure come last', async () => {
    const totals = async () => (await texts('.firms td.c-total')).map(Number);
    const head = '.firms th.c-total button';
    await click(head);
    const down = await totals();
    expect(down).toEqual([...down].sort((a, b) => b - a));
    await click(head);
    const up = await totals();
    expect(up).toEqual([...up].sort((a, b) => a - b));
    expect(up[0]).toBeGreaterThan(0);
    expect(await page.evaluate(`document.querySelector('.firms th.c-total').ariaSort`)).toBe('ascending');
  });

  test('a card tells what was earned, the largest losses first', async () => {
    await type('#search', 'MAEVIL');
    await click('.firms .link');
    expect(await texts('#card h2')).toEqual([evil]);
    expect(await texts('.score strong')).toEqual(['65.00']);
    const lost = (await texts('.indicators tbody .lost')).map((text) => Number(text.replace('−', '')));
    expect(lost).toEqual([10, 10, 10, 5, 0]);
    await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Escape', windowsVirtualKeyCode: 27 });
    expect(await page.evaluate('document.getElementById("card").open')).toBe(false);
  });

  test('a card of a rejected firm tells what to mend', async () => {
    await type('#choose-disposition', '退回改正', 'change');
    await click('.firms .link');
    const [found] = await texts('#card .findings li.error');
    expect(found).toContain('2025Q3.xlsx 「企业」 D8 「1,2O0」');
    expect((await texts('#card .facts dd')).join()).toContain('「1,2O0」不是数字');
    expect(await texts('#card .indicators')).toEqual([]);
  });

  test('the keyboard alone opens a card', async () => {
    const press = async (key: string, code: number, text = '') => {
      await page.send('Input.dispatchKeyEvent', { type: 'keyDown', key, windowsVirtualKeyCode: code, text });
      await page.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: code });
    };
    await page.evaluate(`document.querySelector('.firms th:last-child button').focus()`);
    await press('Tab', 9);
    await press('Enter', 13, '\r');
    expect(await page.evaluate('document.getElementById("card").open')).toBe(true);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('关闭');
    await press('Enter', 13, '\r');
    expect(await page.evaluate('document.getElementById("card").open')).toBe(false);
  });

  test.each([1280, 390])('at %d pixels nothing runs over the side', async (width) => {
    await page.send('Emulation.setDeviceMetricsOverride', {
      width,
      height: 844,
      deviceScaleFactor: 1,
      mobile: false,
    });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.send('Emulation.clearDeviceMetricsOverride');
  });

  const print = async (): Promise<number> => {
    const { data } = await page.send('Page.printToPDF', { preferCSSPageSize: true });
    return (
      Buffer.from(String(data), 'base64')
        .toString('latin1')
        .match(/\/Type ?\/Page\b/g)?.length ?? 0
    );
  };

  test('on paper stands the whole whitelist', async () => {
    await page.evaluate(`window.addEventListener('beforeprint', () => {
      window.printed = document.querySelectorAll('#print-list tbody tr').length; })`);
    expect(await print()).toBeGreaterThan(3);
    expect(await page.evaluate('window.printed')).toBe(countOf('whitelisted'));
    expect(await texts('#print-list tr')).toEqual([]);
  });

  test('an open card is printed alone', async () => {
    await click('.firms .link');
    expect(await print()).toBe(1);
  });

  test('it reads in English too', async () => {
    await load({ ...run, lang: 'en' });
    expect(await texts('#firm-pages .status')).toEqual(['1–50 of 121 firms']);
    expect((await texts('.firms th')).join(' ')).not.toMatch(/\p{Script=Han}/u);
  });

  /** The same run with a last one, in which every second firm of the whitelist was not yet on it. */
  const since = (lang: Run['lang']): Run => {
    const firms = run.firms.ids.flatMap((id, firm): ComparedFirm[] => {
      if (id === null) return [];
      const total = Number.isNaN(run.scores.total[firm]!) ? null : run.scores.total[firm]!;
      const after = {
        disposition: run.decisions.disposition[firm]!,
        total,
        rank: run.decisions.rank[firm]!,
        vetoes: [],
      };
      const entered = after.disposition === 'whitelisted' && firm % 2 === 0;
      const before = entered
        ? { disposition: 'below-line' as const, total: 41.5, rank: 9, vetoes: [] }
        : after;
      const move = entered ? 'entered' : after.disposition === 'whitelisted' ? 'kept' : 'outside';
      return [
        {
          id,
          name: run.firms.names[firm] ?? null,
          move,
          before,
          after,
          change: entered && total !== null ? total - 41.5 : null,
          byFirm: null,
          byRules: null,
          movers: [],
        },
      ];
    });
    const countOf = (move: Move) => firms.filter((one) => one.move === move).length;
    const side = {
      profile: 'demo',
      name: '',
      firms: firms.length,
      whitelisted: 0,
      nameless: 0,
      totals: 0,
      sum: 0,
    };
    const compared: Compared = {
      before: { ...side, period: '2025Q2' },
      after: { ...side, period: '2025Q3' },
      decimals: 2,
      rulesChanged: false,
      lacking: [],
      counts: {
        entered: countOf('entered'),
        kept: countOf('kept'),
        left: 0,
        outside: countOf('outside'),
        'not-filed': 0,
        'newly-filed': 0,
      },
      firms,
    };
    return {
      ...run,
      lang,
      previous: { compared, manifest: { file: 'manifest.json', bytes: 1, sha256: '' } },
    };
  };

  test('with a last run firms are chosen by how they moved, and a card tells how they stood', async () => {
    const told = since('zh');
    await load(told);
    const { entered } = told.previous!.compared.counts;
    expect(entered).toBeGreaterThan(5);
    await type('#choose-move', '新进', 'change');
    expect((await texts('#firm-pages .status'))[0]).toContain(`共 ${entered} 家`);
    await click('.firms .link');
    expect((await texts('#card .facts dd')).join()).toContain('2025Q2 41.50 · 未入选 · 新进');
    expect((await texts('#since tbody')).join()).toContain('41.50');
  });

  test.each(['zh', 'en'] as const)('every chart has its words, or stands beside them (%s)', async (lang) => {
    await load(since(lang));
    const charts = await page.evaluate<string[]>(`[...document.querySelectorAll('svg')].map((svg) => {
      if (svg.getAttribute('aria-hidden') === 'true') return 'beside';
      const named = (svg.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent);
      return svg.getAttribute('role') === 'img' ? (svg.getAttribute('aria-label') ?? named.join(' ')) : '';
    })`);
    expect(charts.length).toBeGreaterThan(8);
    for (const words of charts) expect(words.trim()).not.toBe('');
    const sections = await texts('main > section > h2');
    expect(sections.length).toBeGreaterThan(7);
    if (lang === 'en') expect(sections.join()).not.toMatch(/\p{Script=Han}/u);
    expect(await page.evaluate('document.documentElement.lang')).toBe(lang === 'zh' ? 'zh-CN' : 'en');
  });

  test('15,000 firms are searched and sorted before one notices', async () => {
    const many = zoneOf(15_000);
    await load(runOf(many.parts, many.told));
    const spent = await page.evaluate<number>(`(() => {
      const from = performance.now();
      const search = document.getElementById('search');
      search.value = '智能 7';
      search.dispatchEvent(new Event('input'));
      document.querySelector('.firms th.c-total button').click();
      document.querySelector('.firms th.c-name button').click();
      search.value = '';
      search.dispatchEvent(new Event('input'));
      document.querySelector('.firms .link').click();
      return performance.now() - from;
    })()`);
    expect(await texts('#firm-pages .status')).toEqual(['第 1–50 家，共 15000 家']);
    // Six actions; 380 ms in all on a busy machine.
    expect(spent).toBeLessThan(2000);
  });

  test('no script failed in any of these', async () => {
    expect(page.errors).toEqual([]);
    expect(await page.evaluate('document.title')).not.toBe('run');
  });

  test('nothing but the file itself was asked for', () => {
    expect([...new Set(page.requests)]).toEqual([pathToFileURL(join(folder, 'report.html')).href]);
  });
});
