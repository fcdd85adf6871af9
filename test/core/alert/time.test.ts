import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toIso } from '../../../core/alert/time';

const MOMENT = '2026-03-14T02:14:05.340Z';
const MS = Date.parse(MOMENT);

it.each<[unknown, string | undefined]>([
  [MOMENT, MOMENT],
  ['2026-03-14T02:14:05.340811206Z', MOMENT],
  ['2026-03-14T02:14:05,34Z', MOMENT],
  ['2026-03-14T03:14:05.340+01:00', MOMENT],
  ['2026-03-14T03:14:05.340+0100', MOMENT],
  ['2026-03-14T03:14:05.340+01', MOMENT],
  ['2026-03-13T20:44:05.340-05:30', MOMENT],
  ['2026-03-14 02:14:05.340', MOMENT],
  ['2026-03-14T02:14Z', '2026-03-14T02:14:00.000Z'],
  ['2026-03-14', '2026-03-14T00:00:00.000Z'],
  [MS, MOMENT],
  [MS / 1000, MOMENT],
  [Math.floor(MS / 1000), '2026-03-14T02:14:05.000Z'],
  [MS * 1000, MOMENT],
  [MS * 1e6, MOMENT],
  [`${MS}`, MOMENT],
  [`${Math.floor(MS / 1000)}`, '2026-03-14T02:14:05.000Z'],
  [0, undefined],
  ['0', undefined],
  [-5, undefined],
  ['0001-01-01T00:00:00Z', undefined],
  ['1970-01-01T00:00:00Z', undefined],
  ['2026-13-01T00:00:00Z', undefined],
  ['2026-03-14T25:00:00Z', undefined],
  ['9999-01-01T00:00:00Z', undefined],
  ['Mar 14, 2026', undefined],
  ['14', '1970-01-01T00:00:14.000Z'],
  ['', undefined],
  ['yesterday', undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  [null, undefined],
  [undefined, undefined],
  [{}, undefined],
  [['2026-03-14'], undefined],
  [true, undefined],
  [`2026-03-14T02:14:05.${'9'.repeat(100_000)}Z`, undefined],
])('reads %p as %p', (value, iso) => {
  expect(toIso(value)).toBe(iso);
});

it('never throws, and what it gives it reads again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.double(), fc.date().map(String)), (value) => {
      const iso = toIso(value);
      expect(iso === undefined || toIso(iso) === iso).toBe(true);
    }),
  );
});
