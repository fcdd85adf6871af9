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

  it.each([
    ['de-AT', 'de'],
    ['zh', 'zh-CN'],
    ['zh-Hans-CN', 'zh-CN'],
  ])('%s are those of %s', (asked, given) => {
    expect(sentences(asked)).toBe(sentences(given));
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

/** A value of each kind a sentence may mention, told apart from every word. */
const VALUES = {
  ...Object.fromEntries(
    [
      ...['who', 'to', 'after', 'until', 'source', 'severity', 'field', 'from', 'value', 'rawType'],
      ...['happened', 'title', 'size', 'platform', 'mention', 'chat', 'transport', 'reason'],
    ].map((name) => [name, `<${name}>`]),
  ),
  level: 30_001,
  count: 401,
  missing: 502,
  at: 603,
};

type Told = Record<string, string | string[]>;

/** Every sentence by its key: a text as it is, a template as the values it mentions. */
const mentioned = (tree: object, prefix = ''): Told =>
  Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]): [string, string | string[]][] => {
      const path = prefix + key;
      if (typeof value === 'function') {
        const text = String(value(VALUES)).replace(/[.,](?=\d{3})/g, '');
        return [[path, (text.match(/<\w+>|30001|401|502|603/g) ?? []).sort()]];
      }
      return value && typeof value === 'object'
        ? Object.entries(mentioned(value, `${path}.`))
        : [[path, typeof value]];
    }),
  );

describe.each(LANGUAGES)('%s', (language) => {
  const s = sentences(language);

  it('has every key, and mentions in each sentence what English does', () => {
    expect(mentioned(s)).toEqual(mentioned(sentences('en')));
  });

  it('leaves no gap where a value is missing', () => {
    for (const tell of Object.values(s.happened)) {
      const text = tell({});
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/undefined|^\s|\s$|\s{2}|（）|\(\)|“”/);
    }
  });
});
