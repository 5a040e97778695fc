import { EdgeError } from '../finding/index.js';
import type { Finding } from '../model/finding.js';
import type { Text } from '../model/text.js';
import { findProfile, profileIds } from './inherit/profile-files.js';
import { loadUnprinted } from './load.js';

/** One line of `profile list`. */
export type ProfileEntry = {
  readonly id: string;
  readonly file: string;
} & (
  | {
      readonly ok: true;
      readonly name: Text;
      readonly status: 'official' | 'sample';
      readonly inForce: { readonly from: string; readonly to: string | null };
      readonly scale: number | null;
      readonly indicators: number;
      readonly examples: number;
      readonly cases: number;
    }
  /** A profile that does not load is listed with what is wrong. */
  | { readonly ok: false; readonly findings: readonly Finding[] }
);

/** Every profile in the folders, sorted by id; where two have an id, the folder named first. Cost: loads each. */
export function listProfiles(folders: readonly string[]): readonly ProfileEntry[] {
  return profileIds(folders).map((id) => {
    const file = findProfile(id, folders)?.path ?? '';
    try {
      const { plan, document } = loadUnprinted(id, folders);
      const inForce = { from: document.in_force.from, to: document.in_force.to ?? null };
      const { name, status, scale } = plan;
      const counts = {
        indicators: plan.indicators.length,
        examples: document.indicators.reduce((sum, one) => sum + (one.examples?.length ?? 0), 0),
        cases: document.cases?.length ?? 0,
      };
      return { id, file, ok: true, name, status, inForce, scale, ...counts };
    } catch (error) {
      if (error instanceof EdgeError) return { id, file, ok: false, findings: error.findings };
      throw error;
    }
  });
}
