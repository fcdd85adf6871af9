import { expect, it } from '@jest/globals';
import { LONGEST_RETRY_AFTER_MS, retryAfterMs } from '../../../core/http/retry-after';

const NOW = Date.UTC(2026, 2, 14, 2, 0, 0);

it.each<[string | undefined, number | undefined]>([
  ['0', 0],
  ['30', 30_000],
  [' 30 ', 30_000],
  ['1.5', 1500],
  ['0.0001', 1],
  ['-5', 0],
  ['99999999999', LONGEST_RETRY_AFTER_MS],
  ['Sat, 14 Mar 2026 02:00:10 GMT', 10_000],
  ['Saturday, 14-Mar-26 02:00:10 GMT', 10_000],
  ['Sat Mar 14 02:00:10 2026', 10_000],
  ['Sat, 14 Mar 2026 01:00:00 GMT', 0],
  ['Fri, 14 Mar 2110 02:00:00 GMT', LONGEST_RETRY_AFTER_MS],
  ['Sat, 99 Xxx 2026 02:00:10 GMT', undefined],
  [undefined, undefined],
  ['', undefined],
  ['soon', undefined],
  ['10, 20', undefined],
  ['1e3', undefined],
  ['0x10', undefined],
  ['NaN', undefined],
  ['2026-03-14', undefined],
  ['9'.repeat(400), undefined],
])('reads %p as %p ms', (value, ms) => {
  expect(retryAfterMs(value, NOW)).toBe(ms);
});
