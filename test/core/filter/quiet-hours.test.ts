import { describe, expect, it } from '@jest/globals';
import { evaluateFilter } from '../../../core/filter/evaluate';
import type { QuietHours } from '../../../core/filter/rules';
import { anEvent } from '../alert/events';

const night: QuietHours = { timeZone: 'Europe/Berlin', from: '22:00', to: '07:00' };

const decide = (when: string, quietHours: QuietHours, parts: Parameters<typeof anEvent>[0] = {}) =>
  evaluateFilter(anEvent(parts), { quietHours }, { now: Date.parse(when) }).decision;
const isQuiet = (when: string, quietHours: QuietHours) => decide(when, quietHours).silent;

describe('quiet hours', () => {
  it.each([
    ['before the window', '2026-05-04T21:59:59+02:00', false],
    ['at its start', '2026-05-04T22:00:00+02:00', true],
    ['past midnight', '2026-05-05T00:00:00+02:00', true],
    ['in its last minute', '2026-05-05T06:59:59+02:00', true],
    ['at its end', '2026-05-05T07:00:00+02:00', false],
  ])('across midnight: %s', (_name, when, quiet) => {
    expect(isQuiet(when, night)).toBe(quiet);
  });

  it.each([
    ['2026-05-04T11:59:00Z', false],
    ['2026-05-04T12:00:00Z', true],
    ['2026-05-04T13:00:00Z', false],
  ])('within a day: %s', (when, quiet) => {
    expect(isQuiet(when, { timeZone: 'UTC', from: '12:00', to: '13:00' })).toBe(quiet);
  });

  it('until the end of the day', () => {
    const evening = { timeZone: 'UTC', from: '22:00', to: '24:00' };
    expect(isQuiet('2026-05-04T23:59:00Z', evening)).toBe(true);
    expect(isQuiet('2026-05-05T00:00:00Z', evening)).toBe(false);
  });

  it('belong to the day on which they start', () => {
    const friday = { ...night, days: [5] };
    expect(isQuiet('2026-05-01T23:00:00+02:00', friday)).toBe(true); // Friday
    expect(isQuiet('2026-05-02T03:00:00+02:00', friday)).toBe(true);
    expect(isQuiet('2026-05-02T23:00:00+02:00', friday)).toBe(false);
    expect(isQuiet('2026-05-01T03:00:00+02:00', friday)).toBe(false);
    const sunday = { ...night, days: [7] };
    expect(isQuiet('2026-05-04T03:00:00+02:00', sunday)).toBe(true); // Monday morning
  });

  it('follow the wall clock when summer time begins and ends', () => {
    const short = { timeZone: 'Europe/Berlin', from: '01:30', to: '03:30' };
    expect(isQuiet('2026-03-29T00:59:00Z', short)).toBe(true); // 01:59
    expect(isQuiet('2026-03-29T01:00:00Z', short)).toBe(true); // 03:00, the hour is skipped
    expect(isQuiet('2026-03-29T01:30:00Z', short)).toBe(false); // 03:30
    expect(isQuiet('2026-10-25T00:45:00Z', short)).toBe(true); // 02:45, summer time
    expect(isQuiet('2026-10-25T01:45:00Z', short)).toBe(true); // 02:45 again
    expect(isQuiet('2026-10-25T02:30:00Z', short)).toBe(false); // 03:30
    expect(isQuiet('2026-01-10T21:30:00Z', night)).toBe(true);
    expect(isQuiet('2026-07-10T05:30:00Z', night)).toBe(false);
  });

  it('in a zone of half an hour', () => {
    const kolkata = { timeZone: 'Asia/Kolkata', from: '22:00', to: '06:00' };
    expect(isQuiet('2026-05-04T16:29:00Z', kolkata)).toBe(false);
    expect(isQuiet('2026-05-04T16:30:00Z', kolkata)).toBe(true);
  });
});

describe('in quiet hours', () => {
  const when = '2026-05-04T23:00:00+02:00';

  it('an alert comes without sound, and says so', () => {
    expect(decide(when, night)).toEqual({
      effect: 'announce',
      silent: true,
      reasons: [
        {
          rule: 'quiet-hours',
          message: 'Quiet hours (22:00–07:00 Europe/Berlin): sent without sound and mentions.',
        },
      ],
    });
  });

  it('a critical alert is not touched, unless it shall be', () => {
    const critical = { alert: { severity: 'critical' } } as const;
    expect(decide(when, night, critical).silent).toBe(false);
    expect(decide(when, { ...night, effect: 'drop' }, critical).effect).toBe('announce');
    expect(decide(when, { ...night, criticalPasses: false }, critical).silent).toBe(true);
  });

  it('an alert is dropped where that is chosen, but a change of state refreshes', () => {
    const drop = { ...night, effect: 'drop' } as const;
    expect(decide(when, drop)).toMatchObject({ effect: 'drop', matchedRule: 'quiet-hours' });
    expect(decide(when, drop, { type: 'resolved' })).toMatchObject({ effect: 'refresh' });
    expect(decide('2026-05-04T12:00:00Z', drop).effect).toBe('announce');
  });

  it.each<[string, Partial<QuietHours>]>([
    ['The time zone "Mars/Base" is unknown.', { timeZone: 'Mars/Base' }],
    ['"late" is no time of day as HH:MM.', { from: 'late' }],
    ['A day is a number from 1 (Monday) to 7 (Sunday).', { days: [8] }],
  ])('nothing happens where they are broken: %s', (message, broken) => {
    const { effect, silent, reasons } = decide(when, { ...night, effect: 'drop', ...broken });
    expect({ effect, silent }).toEqual({ effect: 'announce', silent: false });
    expect(reasons).toContainEqual({ rule: 'quiet-hours', message });
  });
});
