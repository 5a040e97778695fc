import { stringify } from 'yaml';

/** A value as YAML on one line: { id: rd_ratio, weight: 8 }. */
export const flow = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, version: '1.2', schema: 'core' }).trimEnd();
