import { describe, expect, it } from '@jest/globals';
import { formatClock, formatDuration, formatMoment, instant } from '../../../core/i18n/time';

const AT = '2026-03-29T00:30:00.000Z';

describe('formatMoment', () => {
  it.each([
    [undefined, undefined, 'Mar 29, 00:30 UTC'],
    ['en', 'Europe/Berlin', 'Mar 29, 01:30 GMT+1'],
    ['en', 'America/New_York', 'Mar 28, 20:30 EDT'],
    ['de', 'Europe/Berlin', '29. März, 01:30 MEZ'],
    ['zh-CN', 'Asia/Shanghai', '3月29日 08:30 GMT+8'],
    ['xx-nonsense-language', 'Mars/Olympus', 'Mar 29, 00:30 UTC'],
    ['', '', 'Mar 29, 00:30 UTC'],
  ])('%s %s', (language, timeZone, text) =>
    expect(formatMoment(AT, { language, timeZone })).toBe(text),
  );

  it('follows daylight saving', () => {
    const reader = { language: 'en-GB', timeZone: 'Europe/London' };
    expect(formatClock('2026-03-29T00:59:00Z', reader)).toBe('00:59');
    expect(formatClock('2026-03-29T01:00:00Z', reader)).toBe('02:00');
  });

  it('keeps midnight 00, not 24', () => {
    expect(formatClock('2026-03-29T00:05:00Z', { language: 'en' })).toBe('00:05');
  });
});

describe('instant', () => {
  it.each([
    undefined,
    '',
    'soon',
    '0001-01-01T00:00:00Z',
    '1969-12-31T23:59:59Z',
    '9999-12-31T00:00:00Z',
  ])('%j is no time anybody lives in', (iso) => expect(instant(iso)).toBeUndefined());

  it('reads nanoseconds', () =>
    expect(instant('2026-03-29T00:30:00.123456789Z')).toBe(1774744200123));
});

describe('formatDuration', () => {
  it.each([
    [0, undefined],
    [999, undefined],
    [-5000, undefined],
    [Number.NaN, undefined],
    [1000, '1 sec'],
    [45_900, '45 sec'],
    [60_000, '1 min'],
    [119_000, '1 min'],
    [12 * 60_000, '12 min'],
    [2 * 3_600_000 + 5 * 60_000, '2 hr 5 min'],
    [3_600_000, '1 hr'],
    [86_400_000 + 60_000, '1 day'],
    [3 * 86_400_000 + 4 * 3_600_000, '3 days 4 hr'],
  ])('%d ms', (ms, text) => expect(formatDuration(ms, {})).toBe(text));

  it('speaks the language', () => {
    expect(formatDuration(12 * 60_000, { language: 'zh-CN' })).toBe('12分钟');
  });

  it('remembers no more formatters than it needs', () => {
    for (let index = 0; index < 300; index += 1)
      formatDuration(1000, { language: `en-x-${index}` });
    expect(formatDuration(1000, {})).toBe('1 sec');
  });
});
