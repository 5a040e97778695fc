import { z } from '../../model/zod.js';
import { documentSchema } from '../document/document.js';
import { byId } from '../inherit/merge.js';
import { describe } from './descriptions.js';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * JSON Schema (draft-7) for editors, made from the schema that profiles are checked with. It serves whole profiles, short
 * ones that extend another, and packs: what inheritance can supply is not required here, only when the profile is loaded.
 * Cost: milliseconds.
 */
export function profileSchema(): JsonSchema {
  const {
    $schema,
    properties = {},
    ...rest
  } = z.toJSONSchema(documentSchema, {
    target: 'draft-7',
    io: 'input',
  }) as JsonSchema;
  const { profile = {}, ...others } = properties as Record<string, JsonSchema>;
  // Their entries may be written in part, over the inherited entry of the same id.
  for (const key of byId) loosenEntries(others[key]);
  loosenFields(others.fields);
  const id = { type: 'string', minLength: 1 } as const;
  const schema: JsonSchema = {
    ...($schema === undefined ? {} : { $schema }),
    title: 'innopoints',
    description: '创新积分评价方案或字段包 | a profile or a pack of innopoints',
    ...rest,
    properties: {
      profile,
      pack: { ...profile },
      extends: { anyOf: [id, { type: 'array', items: id, minItems: 1 }] },
      ...others,
    },
    anyOf: [{ required: ['profile', 'name', 'in_force', 'status'] }, { required: ['pack'] }],
  };
  delete schema.required;
  addDescriptions(schema, ['profile']);
  return schema;
}

/** An entry of which only the id must stand, or which is taken out. */
function loosenEntries(list: JsonSchema | undefined): void {
  const entry = list?.items as JsonSchema | undefined;
  if (entry === undefined) return;
  entry.properties = { ...entry.properties, remove: { type: 'boolean', const: true } };
  entry.required = ['id'];
}

function loosenFields(fields: JsonSchema | undefined): void {
  const field = fields?.additionalProperties as JsonSchema | undefined;
  if (field === undefined) return;
  field.properties = { ...field.properties, remove: { type: 'boolean', const: true } };
  delete field.required;
}

/** Every key gets its description; the branches of a choice and the entries of a list stand for their key. */
function addDescriptions(schema: JsonSchema, path: readonly string[]): void {
  for (const [key, inner] of Object.entries(schema.properties ?? {}))
    if (typeof inner === 'object')
      schema.properties = { ...schema.properties, [key]: described(inner, [...path, key]) };
  if (typeof schema.additionalProperties === 'object')
    schema.additionalProperties = described(schema.additionalProperties, [...path, '*']);
  if (typeof schema.items === 'object' && !Array.isArray(schema.items)) addDescriptions(schema.items, path);
  for (const branch of schema.anyOf ?? []) if (typeof branch === 'object') addDescriptions(branch, path);
}

function described(schema: JsonSchema, path: readonly string[]): JsonSchema {
  addDescriptions(schema, path);
  const description = describe(path);
  return description === undefined ? schema : { description, ...schema };
}
