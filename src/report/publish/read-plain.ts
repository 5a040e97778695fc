import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/**
 * The text of a plain file. A pipe or a device of that name would be waited for, or read without end: ENXIO, as for what is
 * not there. Cost: one reading.
 */
export async function readPlain(path: string): Promise<string> {
  // Windows knows no such flag.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await file.stat()).isFile())
      throw Object.assign(new Error(`${path} is no plain file`), { code: 'ENXIO' });
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}
