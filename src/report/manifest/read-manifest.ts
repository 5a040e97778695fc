import { z } from '../../model/zod.js';
import { identifyManifestSchema, type SavedIdentification } from './identify-manifest-schema.js';
import { manifestSchema, type SavedManifest, tool } from './manifest-schema.js';

export type ManifestRead =
  | { readonly kind: 'read'; readonly manifest: SavedManifest }
  /** Of a folder that `identify` wrote. */
  | { readonly kind: 'identified'; readonly manifest: SavedIdentification }
  /** Ours, but of a format that this version does not know. */
  | { readonly kind: 'newer'; readonly format: number; readonly version: string }
  /** No manifest of ours. */
  | { readonly kind: 'other' }
  /** Ours, and not as it was written. */
  | { readonly kind: 'damaged' };

const ours = z.looseObject({ format: z.number(), kind: z.unknown().optional(), tool });

/** Text of a manifest.json → what it says. */
export function readManifest(text: string): ManifestRead {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'damaged' };
  }
  const head = ours.safeParse(value);
  if (!head.success) return { kind: 'other' };
  const { format, kind, tool } = head.data;
  if (format !== 1) return { kind: 'newer', format, version: tool.version };
  if (kind === 'identify') {
    const read = identifyManifestSchema.safeParse(value);
    return read.success ? { kind: 'identified', manifest: read.data } : { kind: 'damaged' };
  }
  const read = manifestSchema.safeParse(value);
  return read.success ? { kind: 'read', manifest: read.data } : { kind: 'damaged' };
}

/** The JSON Schema (draft-7) of manifest.json, of an assessment or an identification. Cost: milliseconds. */
export const manifestJsonSchema = (): z.core.JSONSchema.JSONSchema => ({
  title: 'innopoints manifest, format 1',
  ...z.toJSONSchema(z.union([manifestSchema, identifyManifestSchema]), { target: 'draft-7', io: 'input' }),
});
