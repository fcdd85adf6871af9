import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mention } from '../../../core/chat/mattermost/mentions';
import * as mattermost from '../../../core/chat/mattermost/text';
import { HOSTILE, HOSTILE_TEXTS } from './hostile-text';
import { inCode, linksIn, mentionsIn, shown } from './mattermost-rules';

const { line, paragraphs, plainText, inlineCode, codeBlock } = mattermost;
const MARKDOWN = { line, paragraphs };
const PLACES = { ...MARKDOWN, plainText, inlineCode, codeBlock };
const GAP = '\u200b';

/** As each place stands in a message. */
const placed: Readonly<Record<string, (text: string) => string>> = {
  inlineCode: (text) => (text === '' ? '' : `\`${text}\``),
  codeBlock: (text) => `\`\`\`\n${text}\n\`\`\``,
};
const inPlace = (name: string, text: string) => placed[name]?.(text) ?? text;
/** Read as Markdown by nobody. */
const isRead = (name: string) => name !== 'plainText';

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...HOSTILE_TEXTS), { maxLength: 3 }).map((texts) => texts.join('')),
  fc
    .array(fc.constantFrom(...'<>&|`*_~:@＠!#$^[]()\\=+-.1; \n\r\t\u200d\u202eahere/éxml'), {
      maxLength: 120,
    })
    .map((characters) => characters.join('')),
  fc
    .array(
      fc.constantFrom(
        'https://',
        'a.example',
        'evil.example',
        '/',
        '@',
        '(',
        ')',
        '"',
        '{',
        ' ',
        '_',
        '*',
        '&lt;',
        '~',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

const isSafe = (name: string, text: string) => {
  expect(text.isWellFormed()).toBe(true);
  expect(text).not.toContain('|');
  expect(mentionsIn({ text: inPlace(name, text) })).toEqual([]);
  for (const { href, label } of isRead(name) ? linksIn(inPlace(name, text)) : []) {
    const { protocol, username, host } = new URL(href);
    expect(protocol).toMatch(/^https?:$/);
    expect(username).toBe('');
    expect(label.toLowerCase()).toContain(host);
  }
};

describe.each(Object.entries(PLACES))('%s', (name, write) => {
  it.each(Object.entries(HOSTILE))('survives %s', (_, text) => {
    for (const limit of [0, 1, 2, 3, 7, 150, 3000]) {
      const written = write(text, limit);
      expect(written.text.length).toBeLessThanOrEqual(limit);
      isSafe(name, written.text);
    }
  });

  it('is safe, short enough and well-formed for any text and limit', () => {
    fc.assert(
      fc.property(nasty, fc.integer({ min: 0, max: 400 }), (text, limit) => {
        const written = write(text, limit);
        expect(written.text.length).toBeLessThanOrEqual(limit);
        isSafe(name, written.text);
      }),
      { numRuns: 600 },
    );
  });

  it('says when it cut, and marks the place', () => {
    expect(write('abcdef', 6)).toEqual({ text: 'abcdef', cut: false });
    expect(write('abcdef', 5)).toEqual({ text: 'abcd…', cut: true });
    expect(write('abcdef', 0)).toEqual({ text: '', cut: true });
  });

  it('reads no more of a long text than the limit asks for', () => {
    const begun = '<!channel> &*'.repeat(1100);
    expect(write(begun + 'x'.repeat(10_000_000), 3000)).toEqual(write(`${begun}y`, 3000));
  });
});

/** Without what nobody sees, and with the one character that looks the same. */
const asRead = (text: string) =>
  text.replaceAll(GAP, '').replaceAll('│', '|').replace(/\s+/g, ' ').trim();

describe.each(Object.entries(MARKDOWN))('%s as people read it', (_, write) => {
  const readsAs = (text: string) => {
    const written = write(text, 100_000);
    const seen = shown(written.text);
    if (!written.cut) expect(asRead(seen.text)).toBe(asRead(plainText(text, 100_000).text));
    for (const kind of seen.kinds) expect(kind).toMatch(/^(link_|softbreak|hardbreak|text)/);
  };

  it.each(Object.entries(HOSTILE))('is %s, and no Markdown', (__, text) => readsAs(text));

  it('is the text, and no Markdown, whatever it is', () => {
    fc.assert(fc.property(nasty, readsAs), { numRuns: 600 });
  });
});

describe('markup', () => {
  it.each([
    ['node_cpu_seconds_total a~b', 'node_cpu_seconds_total a~b'],
    ['free disk < 10 % on C:\\temp', 'free disk < 10 % on C:\\temp'],
    ['a & b, Tom&Jerry', 'a & b, Tom&Jerry'],
    ['10:30:45 host:8080', '10:30:45 host:8080'],
    ['costs $5', 'costs $5'],
    ['#4711', '\\#4711'],
    ['*bold* _it_ `code`', '\\*bold\\* \\_it\\_ \\`code\\`'],
    ['[a](https://b.example)', `\\[a\\](https:${GAP}//b.example)`],
    ['@here ＠all bob@x.example', `@${GAP}here ＠${GAP}all bob@${GAP}x.example`],
    ['a #tag ~town', `a #${GAP}tag ~${GAP}town`],
    [':fire: :100:', `:${GAP}fire: :${GAP}100:`],
    ['mmaction://x dtmd://y mailto:z', `mmaction:${GAP}//x dtmd:${GAP}//y mailto:${GAP}z`],
    ['C:/x', 'C:/x'],
    [`${'x'.repeat(40)}.https:/y`, `${'x'.repeat(40)}.https:${GAP}/y`],
    ['$a$', '&#36;a$'],
    ['a | b', 'a │ b'],
    ['&lt;!here&gt;', '&amp;lt;!here&amp;gt;'],
    ['<!here>', '&lt;!here>'],
    ['~~gone~~', `\\~\\~${GAP}gone\\~\\~`],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['> quote', '\\> quote'],
  ])('%s', (text, written) => expect(line(text, 200).text).toBe(written));

  it('keeps lines that would be blocks', () => {
    const text = '# h\n- a\n\n    code\n===\n---\n1) x\n+ y';
    expect(shown(paragraphs(text, 500).text).kinds).toEqual(new Set(['softbreak']));
  });
});

describe('addresses in paragraphs', () => {
  it('lead to themselves, without the punctuation behind them', () => {
    expect(paragraphs('See https://a.example/x_y?b=1&c=2.', 200).text).toBe(
      'See [https://a.example/x_y?b=1&c=2](https://a.example/x_y?b=1&c=2).',
    );
  });

  it.each([
    'https://good.example@evil.example/',
    'https://good.example{@evil.example/',
    'https://аpple.example/',
    'https://~https://',
    'http://',
    'https:/good.example@evil.example',
  ])('are left as text where they mislead: %s', (address) => {
    for (const { href, label } of linksIn(paragraphs(address, 300).text)) {
      expect(label.toLowerCase()).toContain(new URL(href).host);
    }
  });

  it('are left out whole where they do not fit', () => {
    expect(paragraphs(`see https://a.example/${'x'.repeat(100)}`, 50).text).toBe('see…');
  });
});

describe('code', () => {
  it('cannot be closed from inside', () => {
    expect(inlineCode('a`b', 100).text).not.toContain('`');
    expect(codeBlock('a```b\n````', 100).text).not.toMatch(/```/);
    expect(inCode(`\`\`\`\n${codeBlock('x\n```\n@here', 100).text}\n\`\`\``)).toBe(true);
  });

  it('keeps what people copy', () => {
    expect(codeBlock('a:\n  b: <x> `y`\n\tc user@host', 100).text).toBe(
      'a:\n  b: <x> `y`\n\tc user@host',
    );
  });
});

describe('mention', () => {
  it.each([
    ['here', '@here'],
    ['channel', '@channel'],
    ['all', '@all'],
    ['ada.mint', '@ada.mint'],
    ['Ada', '@ada'],
    ['sre-night_shift', '@sre-night_shift'],
  ])('%s', (name, token) => expect(mention(name)).toBe(token));

  it.each(['', 'everyone', 'a b', '<!here>', '.x', 'a@b', 'x'.repeat(65), 'a\nb'])(
    'not %j',
    (name) => expect(mention(name)).toBeUndefined(),
  );
});

describe('link', () => {
  it('writes the address so that nothing in it ends the link or pings', () => {
    expect(mattermost.link('https://a.example/x|(y)/@here?z=*&lt;=1', 'L[a]|b', 100)).toBe(
      '[L\\[a\\]│b](https://a.example/x%7C%28y%29/%40here?z=%2A&amp;lt;=1)',
    );
  });

  it('shows the host where the label names another address', () => {
    expect(mattermost.link('https://evil.example/', 'https://good.example/login', 100)).toBe(
      `[https:${GAP}//good.example/login (evil.example)](https://evil.example/)`,
    );
  });

  it('drops the query of an address that is too long, then the link', () => {
    const query = `https://a.example/p?q=${'x'.repeat(2000)}`;
    expect(mattermost.link(query, 'x', 10)).toBe('[x](https://a.example/p)');
    expect(mattermost.link(`https://a.example/${'p'.repeat(3000)}`, 'x', 10)).toBeUndefined();
    expect(mattermost.link('mmaction://x', 'x', 10)).toBeUndefined();
  });
});
