import type { Mapping } from '../../model/mapping.js';
import { mappingText, publishFile } from '../../report/index.js';

/** Writes mappings for a person to correct and pass back. Throws exit 4 where the file is there and `force` is not given. */
export const saveMapping = (
  found: { readonly mappings: readonly Mapping[]; readonly others: readonly Mapping[] },
  path: string,
  force: boolean,
): Promise<unknown> => publishFile(path, { force }, [mappingText([...found.mappings, ...found.others])]);
