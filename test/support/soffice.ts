import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The LibreOffice of this machine, or null. */
export const soffice: string | null =
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => ['soffice', 'libreoffice'].map((name) => join(folder, name)))
    .find((path) => existsSync(path)) ?? null;

/** Opens workbooks and saves each under its own name in another folder, with a private profile. Throws where it fails. */
export function saveAgain(paths: readonly string[], folder: string): string[] {
  if (soffice === null) throw new Error('no LibreOffice here');
  const profile = mkdtempSync(join(tmpdir(), 'innopoints-office-'));
  try {
    const { status, stderr } = spawnSync(
      soffice,
      [
        '--headless',
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        folder,
        ...paths,
      ],
      { encoding: 'utf8', timeout: 120_000 },
    );
    const saved = paths.map((path) => join(folder, basename(path)));
    const lost = saved.filter((path) => !existsSync(path));
    if (status !== 0 || lost.length > 0)
      throw new Error(`LibreOffice: ${status} ${lost.join(' ')} ${stderr}`);
    return saved;
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}
