import type { Field } from '../../model/field.js';
import type { Path } from '../yaml/places.js';
import type { LintSubject } from './lint-subject.js';

/** Fields that no rule reads, headers that two fields could claim, words that two values share. */
export function lintFields(subject: LintSubject): void {
  tellUnused(subject);
  tellShared(subject);
  for (const field of subject.plan.fields.values()) lintWordsOf(field, subject);
}

/** Only fields of the file itself: a pack holds more words than any one profile reads. */
function tellUnused({ loaded, plan, document, reporter }: LintSubject): void {
  const used = new Set<string | null>([
    ...plan.reads,
    ...plan.checks.flatMap((check) => check.hold.reads),
    ...plan.listColumns,
    ...[plan.share, ...plan.offers.map((offer) => offer.share)].flatMap((share) => [
      ...(share?.columns ?? []),
      share?.consent ?? null,
    ]),
    plan.idField,
    plan.nameField,
    plan.periodField,
    plan.statusField,
  ]);
  for (const { id, priorOf } of plan.fields.values()) if (used.has(id)) used.add(priorOf);
  const own = loaded.at(['profile']).file;
  for (const id of Object.keys(document.fields)) {
    const path = ['fields', id];
    if (!used.has(id) && loaded.at(path, { key: true }).file === own)
      reporter.add('profile.field-unused', path, { field: id }, { key: true });
  }
}

/** Loading refuses the same spelling twice; this tells spellings that are the same to a reader of headers. */
function tellShared({ plan, document, reporter }: LintSubject): void {
  const seen = new Map<string, { field: Field; path: Path; spelling: string }>();
  for (const field of plan.fields.values()) {
    const at = ['fields', field.id];
    const aliases = document.fields[field.id]?.aliases ?? [];
    const spellings: { text: string; path: Path }[] = [
      { text: field.id, path: at },
      { text: field.name.zh, path: [...at, 'name'] },
      { text: field.name.en, path: [...at, 'name'] },
      ...field.aliases.map((text) => ({ text, path: [...at, 'aliases', aliases.indexOf(text)] })),
    ];
    for (const { text, path } of spellings) {
      const plain = text
        .normalize('NFKC')
        .replace(/[\s_]+/g, '')
        .toLowerCase();
      const first = seen.get(plain);
      if (first === undefined) seen.set(plain, { field, path, spelling: text });
      else if (first.field !== field) {
        const args = { spelling: text, other: first.spelling, field: first.field.id, own: field.id };
        reporter.add('profile.spelling-shared', path, args, { first: first.path });
      }
    }
  }
}

const yesNo: readonly string[] = ['是', '否', '有', '无', 'yes', 'no', 'true', 'false'];

function lintWordsOf({ id, words }: Field, { reporter }: LintSubject): void {
  const path = ['fields', id, 'words'];
  if (words.length > 0 && words.every((word) => yesNo.includes(word.value.toLowerCase())))
    reporter.add('profile.yes-no-as-text', path, { field: id }, { key: true });
  const seen = new Map<string, string>();
  for (const { value, spellings } of words) {
    for (const [index, spelling] of [value, ...spellings].entries()) {
      const first = seen.get(spelling) ?? value;
      seen.set(spelling, first);
      if (first === value) continue;
      const at = index === 0 ? [...path, value] : [...path, value, index - 1];
      reporter.add('profile.spelling-of-two-words', at, { spelling, words: [first, value] });
    }
  }
}
