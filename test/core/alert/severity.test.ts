import { expect, it } from '@jest/globals';
import { SEVERITIES } from '../../../core/alert/event';
import { isAtLeast, severityFromWord, severityRank } from '../../../core/alert/severity';

it('ranks from unknown to critical', () => {
  expect(SEVERITIES.map(severityRank)).toEqual([4, 3, 2, 1, 0]);
  expect(isAtLeast('high', 'high')).toBe(true);
  expect(isAtLeast('warning', 'high')).toBe(false);
  expect(isAtLeast('unknown', 'info')).toBe(false);
});

it.each<[string, string[]]>([
  ['critical', ['critical', 'page', 'disaster', 'CRITICAL', ' Critical ']],
  ['high', ['error', 'high', 'major']],
  ['warning', ['warning', 'medium', 'average']],
  ['info', ['info', 'low', 'none']],
])('%s has its words', (severity, words) => {
  expect(words.map(severityFromWord)).toEqual(words.map(() => severity));
});

it.each([['p9'], [''], ['constructor'], ['__proto__'], [5], [null], [undefined], [{}]])(
  'knows no severity for %p',
  (word) => {
    expect(severityFromWord(word)).toBeUndefined();
  },
);
