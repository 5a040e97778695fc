import { fileURLToPath } from 'node:url';

/** The profiles that come with innopoints: the path holds two folders below the top, here and packed in dist/program. */
const shippedProfiles = fileURLToPath(new URL('../../profiles', import.meta.url));

/** Where profiles are searched: the caller's folders first, the shipped ones last. */
export const profileFoldersOf = (own: readonly string[] | undefined): readonly string[] => [
  ...new Set(own ?? []),
  shippedProfiles,
];
