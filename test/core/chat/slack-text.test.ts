import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mention } from '../../../core/chat/slack/mentions';
import * as slack from '../../../core/chat/slack/text';
import { HOSTILE, HOSTILE_TEXTS } from './hostile-text';
import { linksIn, mentionsIn, textFlaws } from './slack-rules';

const { line, paragraphs, linkLabel, plainText, inlineCode, codeBlock } = slack;
const PLACES = { line, paragraphs, linkLabel, plainText, inlineCode, codeBlock };
const places = Object.entries(PLACES);
const GAP = '\u200b';

/** Arbitrary text with a good chance of the characters that matter. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.constantFrom(...HOSTILE_TEXTS), { maxLength: 4 }).map((texts) => texts.join('')),
  fc
    .array(fc.constantFrom(...'<>&|`*_~:@!#^\n\r\0\u200d\u202e\ud83d\ude00ahtps:/.eréxanchl'), {
      maxLength: 200,
    })
    .map((characters) => characters.join('')),
);

describe.each(places)('%s', (_, write) => {
  it.each(Object.entries(HOSTILE))('survives %s', (__, text) => {
    for (const limit of [0, 1, 2, 3, 7, 150, 3000]) {
      const written = write(text, limit);
      expect(written.text.length).toBeLessThanOrEqual(limit);
      expect(textFlaws('', written.text)).toEqual([]);
      expect(mentionsIn(written.text)).toEqual([]);
    }
  });

  it('is safe, short enough and well-formed for any text and limit', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 0, max: 400 }), (text, limit) => {
        const written = write(text, limit);
        expect(written.text.length).toBeLessThanOrEqual(limit);
        expect(textFlaws('', written.text)).toEqual([]);
        expect(mentionsIn(written.text)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('says when it cut, and marks the place', () => {
    expect(write('abcdef', 6)).toEqual({ text: 'abcdef', cut: false });
    expect(write('abcdef', 5)).toEqual({ text: 'abcd…', cut: true });
    expect(write('abcdef', 1)).toEqual({ text: '…', cut: true });
    expect(write('abcdef', 0)).toEqual({ text: '', cut: true });
  });

  it('never splits an entity, counting what is written and not what was read', () => {
    expect(write('a&&&', 11)).toEqual({ text: 'a&amp;…', cut: true });
    expect(write('a&&&', 16).text).toBe('a&amp;&amp;&amp;');
  });

  it('never splits what a person sees as one character', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(write(`${family}${family}`, family.length + 3).text).toBe(`${family}…`);
    expect(write('e\u0301e\u0301e\u0301', 4).text).toBe('e\u0301…');
    expect(write('🇩🇪🇫🇷', 6).text).toBe('🇩🇪…');
  });

  it('splits what no person takes for one character, between whole code points', () => {
    const chain = '👨\u200d'.repeat(200);
    for (let limit = 60; limit < 120; limit += 1) {
      const { text } = write(chain, limit);
      expect(text.length).toBeGreaterThan(limit - 50);
      expect(text.isWellFormed()).toBe(true);
    }
  });

  it('stacks no more marks on a letter than a script needs', () => {
    expect(write(`z${'\u0301'.repeat(200)}a`, 100).text).toBe(`z${'\u0301'.repeat(6)}a`);
  });

  it('reads no more of a long text than the limit asks for', () => {
    const begun = '<!channel> &'.repeat(1100);
    expect(write(begun + 'x'.repeat(10_000_000), 3000)).toEqual(write(`${begun}y`, 3000));
  });
});

describe('one line', () => {
  it.each(places.filter(([name]) => name !== 'paragraphs' && name !== 'codeBlock'))(
    'holds no line break: %s',
    (_, write) => {
      expect(write('a\r\nb\u2028c\t d', 100).text).toBe('a b c d');
    },
  );
});

describe('markup', () => {
  it('keeps names with underscores and numbers with stars as they are', () => {
    expect(line('node_cpu_seconds_total 5*60 a~b', 100).text).toBe(
      'node_cpu_seconds_total 5*60 a~b',
    );
  });

  it.each(['*bold*', '_it_', '~gone~', '`code`', '＊wide＊'])('takes %s apart', (text) => {
    const marker = text[0] ?? '';
    expect(line(text, 100).text).toBe(
      `${GAP}${marker}${GAP}${text.slice(1, -1)}${GAP}${marker}${GAP}`,
    );
  });

  it('takes emoji codes apart, and leaves times and ports alone', () => {
    expect(line(':fire: 10:30:45 host:8080 :100:', 100).text).toBe(
      `:${GAP}fire: 10:30:45 host:8080 :${GAP}100:`,
    );
  });

  it('takes quotes apart at the start of a line only', () => {
    expect(paragraphs('> a\nb > c\n> d', 100).text).toBe(`${GAP}&gt; a\nb &gt; c\n${GAP}&gt; d`);
  });

  it('takes bare mentions apart, and leaves addresses of people alone', () => {
    expect(line('@here @channel bob@example.com', 100).text).toBe(
      `@${GAP}here @${GAP}channel bob@example.com`,
    );
  });

  it('escapes once and never unescapes', () => {
    expect(line('&lt;!here&gt; &amp;', 100).text).toBe('&amp;lt;!here&amp;gt; &amp;amp;');
  });
});

describe('addresses in paragraphs', () => {
  it('lead to themselves, without the punctuation behind them', () => {
    expect(paragraphs('See https://a.example/x_y?b=1&c=2.', 200).text).toBe(
      'See <https://a.example/x_y?b=1&amp;c=2>.',
    );
  });

  it.each(['https://good.example@evil.example/', 'https://аpple.example/', 'http://'])(
    'are left as text where they mislead: %s',
    (address) => {
      expect(linksIn(paragraphs(address, 200).text)).toEqual([]);
    },
  );

  it('are left out whole where they do not fit', () => {
    expect(paragraphs(`see https://a.example/${'x'.repeat(100)}`, 50).text).toBe('see…');
  });
});

describe('code', () => {
  it('cannot be closed from inside', () => {
    expect(inlineCode('a`b', 100).text).not.toContain('`');
    expect(codeBlock('a```b\n`\0`\0`', 100).text).not.toMatch(/``/);
  });

  it('keeps indentation in a block', () => {
    expect(codeBlock('a:\n  b:\n\tc', 100).text).toBe('a:\n  b:\n\tc');
  });
});

describe('mention', () => {
  it.each([
    ['here', '<!here>'],
    ['channel', '<!channel>'],
    ['everyone', '<!everyone>'],
    ['U012AB3CD', '<@U012AB3CD>'],
    ['W012AB3CD', '<@W012AB3CD>'],
    ['S012AB3CD', '<!subteam^S012AB3CD>'],
  ])('%s', (id, token) => expect(mention(id)).toBe(token));

  it.each(['', 'Here', 'C012AB3CD', 'U012>', 'U012|x', '<!here>', 'bob', 'U01 2', 'S'])(
    'not %j',
    (id) => expect(mention(id)).toBeUndefined(),
  );
});

describe('link', () => {
  it('writes the address so that nothing in it ends the token', () => {
    expect(slack.link('https://a.example/x|y>z?q="1"&r=<2>', 'L|a>b', 100)).toBe(
      '<https://a.example/x%7Cy%3Ez?q=%221%22&amp;r=%3C2%3E|L¦a&gt;b>',
    );
  });

  it('shows the host where the label names another address', () => {
    expect(slack.link('https://evil.example/', 'https://good.example/login', 100)).toBe(
      '<https://evil.example/|https://good.example/login (evil.example)>',
    );
  });

  it('drops the query of an address that is too long, then the link', () => {
    const query = `https://a.example/p?q=${'&'.repeat(1000)}`;
    expect(slack.link(query, 'x', 10)).toBe('<https://a.example/p|x>');
    expect(slack.link(`https://a.example/${'p'.repeat(3000)}`, 'x', 10)).toBeUndefined();
  });
});

describe('date', () => {
  it('shows the reader’s own time, and ours where Slack cannot', () => {
    const at = '2026-03-01T02:12:00.000Z';
    expect(slack.date({ value: 'Mar 1, 02:12 UTC', at }, '{time}')).toBe(
      '<!date^1772331120^{time}|Mar 1, 02:12 UTC>',
    );
    expect(slack.date({ value: 'long | ago', at: '0001-01-01T00:00:00Z' }, '{time}')).toBe(
      'long ¦ ago',
    );
  });
});
