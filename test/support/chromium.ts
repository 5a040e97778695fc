import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The Chromium of this machine, or null. CHROMIUM names another one. */
export const chromium: string | null =
  process.env.CHROMIUM ??
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path)) ??
  null;

type Params = Readonly<Record<string, unknown>>;

/** A page in a headless browser, by the DevTools protocol over a pipe: no port, and nothing to install. */
export interface BrowserPage {
  send(method: string, params?: Params): Promise<Record<string, unknown>>;
  /** The value of an expression in the page; throws what it throws. */
  evaluate<T>(expression: string): Promise<T>;
  /** Loads a file and waits until it stands. */
  open(url: string): Promise<void>;
  /** Uncaught errors, console errors and what the policy refused. */
  readonly errors: readonly string[];
  /** Addresses asked for, the page itself included. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly request?: { readonly url: string } };
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

export async function openBrowser(path: string, width = 1280, height = 900): Promise<BrowserPage> {
  const profile = mkdtempSync(join(tmpdir(), 'innopoints-chromium-'));
  const child = spawn(
    path,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--hide-scrollbars',
      '--no-first-run',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      `--window-size=${width},${height}`,
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const errors: string[] = [];
  const requests: string[] = [];
  const waiting = new Map<string, () => void>();
  const talk = talkTo(child, ({ method, params }) => {
    if (method === undefined) return;
    waiting.get(method)?.();
    const said = JSON.stringify(params);
    if (method === 'Runtime.exceptionThrown') errors.push(said);
    if (method === 'Log.entryAdded' && said.includes('"level":"error"')) errors.push(said);
    if (method === 'Runtime.consoleAPICalled' && said.includes('"type":"error"')) errors.push(said);
    if (method === 'Network.requestWillBeSent') requests.push(params?.request?.url ?? '');
  });
  const { targetId } = await talk('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await talk('Target.attachToTarget', { targetId, flatten: true });
  const send = (method: string, params: Params = {}) => talk(method, params, String(sessionId));
  for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await send(`${domain}.enable`);
  return {
    send,
    async evaluate<T>(expression: string) {
      const told = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
      if (told.exceptionDetails !== undefined) throw new Error(JSON.stringify(told.exceptionDetails));
      return (told.result as { value: T }).value;
    },
    async open(url) {
      const loaded = new Promise<void>((resolve) => waiting.set('Page.loadEventFired', resolve));
      await send('Page.navigate', { url });
      await loaded;
    },
    errors,
    requests,
    async close() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await talk('Browser.close', {}).catch(() => child.kill());
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Messages are JSON, each ended by a NUL: written to the browser's third pipe, read from its fourth. */
function talkTo(child: ChildProcess, hear: (message: Message) => void) {
  const [, , , into, from] = child.stdio as [null, null, null, Writable, Readable];
  const pending = new Map<number, (message: Message) => void>();
  let last = 0;
  let rest: Buffer = Buffer.alloc(0);
  from.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = JSON.parse(rest.toString('utf8', 0, end)) as Message;
      rest = rest.subarray(end + 1);
      if (message.id === undefined) hear(message);
      else pending.get(message.id)?.(message);
    }
  });
  return (method: string, params: Params = {}, sessionId?: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const id = ++last;
      pending.set(id, (message) => {
        pending.delete(id);
        if (message.error === undefined) resolve(message.result ?? {});
        else reject(new Error(`${method}: ${message.error.message}`));
      });
      into.write(`${JSON.stringify({ id, method, params, ...(sessionId ? { sessionId } : {}) })}\0`);
    });
}
