import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { errnoOf } from '../../finding/index.js';

/** Everything below on the disk before the rename that shows it; files at once, since each waits for the same disk. */
export async function flushTree(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? flushTree(path) : flushFile(path);
    }),
  );
  await flushFolder(folder);
}

/** Its bytes on the disk before the name that shows it. */
export const flushFile = (path: string): Promise<void> => sync(path, 'r+');

/** Some network drives cannot flush a folder. */
const folderless = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

/** The names in a folder on the disk. Windows cannot do that and has no need to. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    await sync(folder, 'r');
  } catch (error) {
    if (!folderless.has(errnoOf(error) ?? '')) throw error;
  }
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
