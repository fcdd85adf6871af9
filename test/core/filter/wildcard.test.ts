import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchesWildcard } from '../../../core/filter/wildcard';

/** The definition, written down without a thought for speed. */
const naive = (pattern: readonly string[], text: readonly string[]): boolean => {
  const [sign, ...rest] = pattern;
  if (sign === undefined) return text.length === 0;
  if (sign === '*') return naive(rest, text) || (text.length > 0 && naive(pattern, text.slice(1)));
  return text.length > 0 && (sign === '?' || sign === text[0]) && naive(rest, text.slice(1));
};

it('means what the definition says', () => {
  const sign = fc.constantFrom('*', '?', 'a', 'b', '😀');
  const letter = fc.constantFrom('a', 'b', '😀');
  fc.assert(
    fc.property(
      fc.array(sign, { maxLength: 8 }),
      fc.array(letter, { maxLength: 10 }),
      (pattern, text) => {
        expect(matchesWildcard(pattern, text.join(''))).toBe(naive(pattern, text));
      },
    ),
    { numRuns: 3000 },
  );
});

it.each([
  [`${'*a'.repeat(40)}*b`, 'a'.repeat(100_000)],
  [`${'*a'.repeat(2000)}*b`, 'a'.repeat(100_000)],
  [`*${'a'.repeat(255)}b`, 'a'.repeat(100_000)],
  [`*${'?'.repeat(255)}b`, 'a'.repeat(100_000)],
])('does not lose itself in %.12s', (pattern, text) => {
  expect(matchesWildcard([...pattern], text)).toBe(false);
});
