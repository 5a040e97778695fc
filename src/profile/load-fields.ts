import { Findings, usageError } from '../finding/index.js';
import type { Field } from '../model/field.js';
import { compileFields } from './compile/fields.js';
import { checkDocument } from './document/check-document.js';
import { findProfile, readProfileFile } from './inherit/profile-files.js';
import { resolve } from './inherit/resolve.js';
import { notFound } from './not-found.js';
import { reporterOf } from './report.js';
import type { Marks } from './yaml/places.js';

/** What a profile must say beside its fields; a table of words says none of it. */
const around = { profile: 'table', name: { zh: '表' }, in_force: { from: '2000-01-01' }, status: 'sample' };

/**
 * The fields of a pack alone, like `tables/feedback`: words for a table that stands beside the firms'. The first folder
 * that has it wins, so that a region may state its own. Throws a usage error (exit 2) with everything that is wrong.
 */
export function loadFields(id: string, folders: readonly string[]): ReadonlyMap<string, Field> {
  const findings = new Findings();
  const found = findProfile(id, folders);
  if (found === null) throw notFound(id, []);
  const text = readProfileFile(found, findings);
  const marks: Marks = new WeakMap();
  const resolved = text === null ? null : resolve({ ...found, text }, folders, marks, findings);
  if (resolved === null) throw usageError(findings.all);
  const root = { ...around, fields: resolved.value.fields ?? {} };
  const reporter = reporterOf(root, marks, resolved.top, findings);
  const document = findings.hasErrors ? null : checkDocument(root, reporter);
  const fields = document === null ? null : compileFields(document.fields, reporter);
  if (fields === null || findings.hasErrors) throw usageError(findings.all);
  return fields;
}
