// Makes the README's pictures from the sample: report.html in Chromium, whitelist.xlsx through LibreOffice.
// node samples/screenshots.js [folder]  — needs `npm run build`, chromium (or CHROMIUM), soffice and pdftoppm; a picture
// whose tools are missing is left as it is, with a word. Fonts and versions differ, so the bytes of two machines do too.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { deflateSync, inflateSync } from 'node:zlib';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = process.argv[2] ?? at('screenshots');
const room = mkdtempSync(join(tmpdir(), 'innopoints-pictures-'));
process.on('exit', () => rmSync(room, { recursive: true, force: true }));
mkdirSync(folder, { recursive: true });

const run = join(room, 'run');
const sample = ['-p', 'hefei-hightech-2025', '--period', '2026Q3', '-q', '-o', run];
execFileSync(process.execPath, [at('../bin/innopoints.js'), 'assess', at('gaoxin-2026Q3.xlsx'), ...sample], {
  stdio: 'inherit',
});

/** What a command answers to --version; null where it is not there. */
const has = (command, flag = '--version') => spawnSync(command, [flag]).error === undefined;
const browser = [process.env.CHROMIUM, 'chromium', 'chromium-browser', 'google-chrome'].find(
  (one) => one !== undefined && has(one),
);

if (browser === undefined) console.warn('report.png: skipped, no Chromium here (apt-get install chromium)');
else picture('report.png', photograph(join(run, 'report.html'), 1200, 1000));

if (!has('soffice') || !has('pdftoppm', '-v'))
  console.warn(
    'whitelist.png: skipped, no LibreOffice or pdftoppm here (apt-get install libreoffice-calc poppler-utils)',
  );
else picture('whitelist.png', printed(join(run, 'whitelist.xlsx')));

/** The top of a page, light, as a window of this size shows it. */
function photograph(page, width, height) {
  const shot = join(room, 'shot.png');
  execFileSync(
    browser,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--hide-scrollbars',
      '--no-first-run',
      `--user-data-dir=${join(room, 'profile')}`,
      `--window-size=${width},${height}`,
      `--screenshot=${shot}`,
      pathToFileURL(page).href,
    ],
    { stdio: 'ignore', timeout: 120_000 },
  );
  return readFileSync(shot);
}

/** The first page of a workbook as LibreOffice prints it. */
function printed(book) {
  const profile = `-env:UserInstallation=${pathToFileURL(join(room, 'office')).href}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', room, book], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  const page = join(room, 'page');
  execFileSync('pdftoppm', [
    '-r',
    '100',
    '-f',
    '1',
    '-l',
    '1',
    '-singlefile',
    '-png',
    join(room, 'whitelist.pdf'),
    page,
  ]);
  return readFileSync(`${page}.png`);
}

function picture(name, png) {
  const path = join(folder, name);
  writeFileSync(path, withPalette(png));
  console.log(`${path}  ${statSync(path).size} bytes`);
}

/**
 * An 8-bit RGB or RGBA PNG with a palette of its 256 most frequent colours, the others to the nearest of these: a quarter
 * of the bytes, and no tool to install. Anything else comes back as it is.
 */
function withPalette(png) {
  const { width, height, channels, data } = pixelsOf(png);
  if (data === null) return png;
  const counts = new Map();
  const colours = new Uint32Array(width * height);
  for (let index = 0; index < colours.length; index++) {
    const from = index * channels;
    const colour = (data[from] << 16) | (data[from + 1] << 8) | data[from + 2];
    colours[index] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 256)
    .map(([colour]) => colour);
  const places = new Map(palette.map((colour, place) => [colour, place]));
  const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const nearest = (colour) => {
    const [red, green, blue] = parts(colour);
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    palette.forEach((one, place) => {
      const [r, g, b] = parts(one);
      const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
      if (distance < least) [best, least] = [place, distance];
    });
    places.set(colour, best);
    return best;
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = colours[y * width + x];
      rows[y * (width + 1) + 1 + x] = places.get(colour) ?? nearest(colour);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The samples of a PNG, its filters undone (PNG specification, 9.2). */
function pixelsOf(png) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[png[25]];
  // 8 bits, not interlaced.
  if (png[24] !== 8 || channels === undefined || png[28] !== 0)
    return { width, height, channels: 0, data: null };
  const parts = [];
  for (let from = 8; from < png.length; from += 12 + png.readUInt32BE(from)) {
    const length = png.readUInt32BE(from);
    if (png.toString('latin1', from + 4, from + 8) === 'IDAT')
      parts.push(png.subarray(from + 8, from + 8 + length));
  }
  const raw = inflateSync(Buffer.concat(parts));
  const span = width * channels;
  const data = Buffer.alloc(span * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (span + 1)];
    for (let x = 0; x < span; x++) {
      const to = y * span + x;
      const left = x >= channels ? data[to - channels] : 0;
      const above = y > 0 ? data[to - span] : 0;
      const corner = x >= channels && y > 0 ? data[to - span - channels] : 0;
      const expected = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter];
      data[to] = (raw[y * (span + 1) + 1 + x] + expected) & 255;
    }
  }
  return { width, height, channels, data };
}

function paeth(left, above, corner) {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

function chunk(kind, body) {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const whole = Buffer.alloc(8 + named.length);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), 4 + named.length);
  return whole;
}

/** CRC-32 of ISO 3309, as PNG has it; node:zlib has one only from Node 22 on. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
