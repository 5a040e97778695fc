/** Limits on a profile, far above any honest one (ECOSYSTEM §3, row 20). */
export const yamlLimits = { bytes: 5_000_000, depth: 64, nodes: 20_000, lexemes: 150_000 } as const;
