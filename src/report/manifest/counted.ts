/** How often each id stands there, by id: for a manifest, which names no firm. */
export function counted(ids: Iterable<string>): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
