/**
 * Limits on a profile, far above any honest one (ECOSYSTEM §3, row 20). `expressions`: characters of all of them together, read in
 * a second; the largest profile that is shipped has 22 KB in all.
 */
export const yamlLimits = {
  bytes: 5_000_000,
  depth: 64,
  nodes: 20_000,
  lexemes: 150_000,
  expressions: 1_000_000,
} as const;
