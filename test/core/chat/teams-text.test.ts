import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as teams from '../../../core/chat/teams/text';
import { HOSTILE, HOSTILE_TEXTS } from './hostile-text';
import { isMarkup } from './teams-rules';

const { line, paragraphs, codeBlock, markdown } = teams;
const places = Object.entries({ line, paragraphs, codeBlock, markdown });
const GAP = '\u200b';

/** Arbitrary text with a good chance of the characters that matter. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...HOSTILE_TEXTS), { maxLength: 4 }).map((texts) => texts.join('')),
  fc
    .array(
      fc.constantFrom(...'<at>/&lt;#60x3c{}$(DATE)\\*_~`[]!-+.1 \n\0\u200d\u202e\ud83d\ude00'),
      {
        maxLength: 200,
      },
    )
    .map((characters) => characters.join('')),
);

const commandsIn = (text: string) => text.match(/<\/?at\b|&(?:lt|#0*60|#x0*3c);|\{\{|\$\{/gi);

describe.each(places)('%s', (name, write) => {
  it('is safe, short enough and well-formed for any text and limit', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 0, max: 400 }), (text, limit) => {
        const written = write(text, limit).text;
        expect(written.length).toBeLessThanOrEqual(limit);
        expect(written.isWellFormed()).toBe(true);
        expect(commandsIn(written)).toBeNull();
        if (name === 'markdown') expect(isMarkup(written)).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it.each(Object.entries(HOSTILE))('survives %s', (_, text) => {
    for (const limit of [0, 1, 2, 7, 150, 3000]) {
      const written = write(text, limit).text;
      expect(written.length).toBeLessThanOrEqual(limit);
      expect(commandsIn(written)).toBeNull();
    }
  });

  it('says when it cut, and marks the place', () => {
    expect(write('abcdef', 6)).toEqual({ text: 'abcdef', cut: false });
    expect(write('abcdef', 5)).toEqual({ text: 'abcd…', cut: true });
  });
});

describe('a mention in the text of an alert', () => {
  it.each([
    '<at>Ada</at>',
    '<AT>Ada</AT>',
    '<at id="0">x',
    '&lt;at&gt;Ada',
    '&#60;at>',
    '&#X3C;at>',
  ])('%s is none', (text) => {
    expect(line(text, 100).text).toBe(text.replace(/[<&](?=\/?at\b|lt|#)/gi, `$&${GAP}`));
    expect(markdown(text, 100).text).not.toContain('<at');
  });

  it('a bracket that opens nothing stays', () =>
    expect(line('a <b> <atom>', 99).text).toBe('a <b> <atom>'));
});

describe('a function or template', () => {
  it.each([
    ['{{DATE(2020-01-01T00:00:00Z)}}', `{${GAP}{DATE(2020-01-01T00:00:00Z)}}`],
    ['{{{x', `{${GAP}{${GAP}{x`],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it must stay as it is
    ['${host}', `$${GAP}{host}`],
    ['{a} $5 $a', '{a} $5 $a'],
    [`{${GAP}{TIME()`, `{${GAP}{TIME()`],
  ])('%s', (text, written) => expect(line(text, 99).text).toBe(written));
});

describe('markdown', () => {
  it.each([
    ['*bold* **x**', '\\*bold\\* \\*\\*x\\*\\*'],
    ['[a](https://evil.example)', '\\[a\\](https://evil.example)'],
    ['`code` ~gone~', '\\`code\\` \\~gone\\~'],
    ['C:\\temp\\*', 'C:\\\\temp\\\\\\*'],
    ['node_cpu_seconds_total', 'node_cpu_seconds_total'],
    ['_it_ __init__', '\\_it\\_ \\_\\_init\\_\\_'],
    ['# head', '\\# head'],
    ['#4711', '#4711'],
    ['> quote', '\\> quote'],
    ['a > b', 'a > b'],
    ['- item', '\\- item'],
    ['-1 °C', '-1 °C'],
    ['---', '\\---'],
    ['12. floor', '12\\. floor'],
    ['12.5', '12.5'],
    ['<b>x</b>', `<${GAP}b>x<${GAP}/b>`],
    ['&nbsp; & co', `&${GAP}nbsp; & co`],
  ])('%s', (text, written) => expect(markdown(text, 99).text).toBe(written));

  it('never splits an escape', () => {
    expect(markdown('a***', 4).text).toBe('a\\*…');
    expect(markdown('a***', 3).text).toBe('a…');
  });
});

describe('a log', () => {
  it('keeps its columns and its indentation', () => {
    expect(codeBlock('one\n  two\tthree  four\n x', 99).text).toBe(
      'one\n\u00a0\u00a0two\u00a0\u00a0\u00a0\u00a0three\u00a0\u00a0four\n\u00a0x',
    );
  });
});

describe('addresses in a text', () => {
  const spans = (text: string) => teams.spans(paragraphs(text, 2000).text);

  it('lead to themselves', () => {
    expect(spans('See https://a.example/x?y=1, or not.')).toEqual([
      { text: 'See ' },
      { text: 'https://a.example/x?y=1', url: 'https://a.example/x?y=1' },
      { text: ', or not.' },
    ]);
    expect(spans('https://a.example')).toEqual([
      { text: 'https://a.example', url: 'https://a.example/' },
    ]);
    expect(spans('')).toEqual([]);
  });

  it.each([
    'https://good.example@evil.example/',
    'https://аpple.example/',
    'javascript:alert(1)',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it must stay as it is
    'https://a.example/${x}',
    'https://a.example/{{x}}',
    `https://a.example/${'x'.repeat(3000)}`,
  ])('but not %s', (text) => expect(spans(text).filter(({ url }) => url)).toEqual([]));

  it('are links up to a number, and lose nothing', () => {
    const text = 'https://a.example/1 '.repeat(30).trim();
    const found = spans(text);
    expect(found.filter(({ url }) => url)).toHaveLength(10);
    expect(found.map((span) => span.text).join('')).toBe(text);
  });
});

describe('a link', () => {
  it('says where it leads where its words name another place', () => {
    expect(teams.link('https://evil.example/x', 'https://good.example', 60)?.label).toBe(
      'https://good.example (evil.example)',
    );
    expect(teams.link('https://a.example', '\u202e', 60)?.label).toBe('a.example');
  });

  it('holds nothing a template could read', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it must stay as it is
    expect(teams.link('https://a.example/?q=${x}', 'x', 60)?.url).toBe(
      'https://a.example/?q=$%7Bx%7D',
    );
  });

  it.each(['', '/x', '//a.example', 'msteams:/l/x', 'javascript:alert(1)', 'https://a@b.example'])(
    'is not %j',
    (href) => expect(teams.link(href, 'x', 60)).toBeUndefined(),
  );
});

describe('a time', () => {
  const at = '2026-03-01T02:12:00.123Z';

  it('is shown in the reader’s own zone, in the form Teams reads', () => {
    expect(teams.clock({ value: '02:12', at })).toBe('{{TIME(2026-03-01T02:12:00Z)}}');
    expect(teams.moment({ value: 'x', at })).toBe(
      '{{DATE(2026-03-01T02:12:00Z, SHORT)}} {{TIME(2026-03-01T02:12:00Z)}}',
    );
  });

  it('is its text where it is none', () => {
    expect(teams.clock({ value: '*soon*', at: 'never' })).toBe('\\*soon\\*');
    expect(teams.moment({ value: 'x', at: '0001-01-01T00:00:00Z' })).toBe('x');
  });
});
