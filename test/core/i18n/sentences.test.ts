import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES, SEVERITIES } from '../../../core/alert/event';
import { LANGUAGES, sentences } from '../../../core/i18n/index';

describe('sentences', () => {
  it('fall back to the base language, then to English', () => {
    const en = sentences('en');
    for (const language of [undefined, '', 'en-GB', 'xx', '__proto__']) {
      expect(sentences(language)).toBe(en);
    }
  });

  it.each(LANGUAGES)('%s has one for every event and severity', (language) => {
    const s = sentences(language);
    for (const type of EVENT_TYPES) expect(s.happened[type]({})).toMatch(/\S/);
    for (const severity of SEVERITIES) expect(s.severity[severity]).toMatch(/\S/);
  });

  it('count in English', () => {
    const { dropped } = sentences('en');
    expect([1, 2, 1200].map((count) => dropped.labels({ count }))).toEqual([
      '1 label',
      '2 labels',
      '1,200 labels',
    ]);
  });
});
