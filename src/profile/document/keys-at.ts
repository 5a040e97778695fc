import { z } from '../../model/zod.js';
import type { Path } from '../yaml/places.js';

/** The keys that a schema knows at a path, for did-you-mean; empty where any key may stand. */
export function keysAt(schema: z.core.$ZodType, path: Path): readonly string[] {
  const bare = unwrap(schema);
  if (bare instanceof z.core.$ZodUnion) {
    return bare._zod.def.options.map((option) => keysAt(option, path)).find((keys) => keys.length > 0) ?? [];
  }
  const [step, ...rest] = path;
  if (bare instanceof z.core.$ZodObject) {
    const shape = bare._zod.def.shape;
    if (step === undefined) return Object.keys(shape);
    const inner = Object.hasOwn(shape, step) ? shape[step] : undefined;
    return inner === undefined ? [] : keysAt(inner, rest);
  }
  if (step === undefined) return [];
  if (bare instanceof z.core.$ZodArray) return keysAt(bare._zod.def.element, rest);
  if (bare instanceof z.core.$ZodRecord) return keysAt(bare._zod.def.valueType, rest);
  return [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.core.$ZodOptional || schema instanceof z.core.$ZodDefault) {
    return unwrap(schema._zod.def.innerType);
  }
  return schema;
}
