/** Secrets that are good at the same time while one is rotated: divided by commas or spaces. */
export const severalIn = (field: string | undefined): readonly string[] =>
  (field ?? '').split(/[\s,]+/).filter((secret) => secret !== '');
