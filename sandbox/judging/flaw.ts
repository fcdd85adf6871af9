const DEEPEST = 100;

/** What makes parsed JSON unusable: half a surrogate pair, or nesting nobody writes. */
export function flawOf(root: unknown): string | undefined {
  const open: [value: unknown, depth: number][] = [[root, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [value, depth] = next;
    if (depth > DEEPEST) return `The body is nested more than ${DEEPEST} levels deep.`;
    if (typeof value === 'string' && !value.isWellFormed()) {
      return 'A text holds half of a surrogate pair.';
    }
    if (typeof value !== 'object' || value === null) continue;
    for (const entry of Object.entries(value).flat()) open.push([entry, depth + 1]);
  }
  return undefined;
}
