import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { linksFor } from '../../../core/chat/dingtalk/link';
import { line, plainText } from '../../../core/chat/dingtalk/text';
import { linksIn, mentionsIn, messageFlaws } from './dingtalk-rules';
import { HOSTILE, HOSTILE_TEXTS } from './hostile-text';

const GAP = '\u200b';
const NBSP = '\u00a0';
const { text: link, button, paragraphs, quoted } = linksFor(false);
const inBrowser = linksFor(true);

const PLACES = [
  ['line', line],
  ['paragraphs', paragraphs],
  ['quoted', quoted],
  ['paragraphs in the browser', inBrowser.paragraphs],
] as const;

const flawsOf = (text: string) =>
  messageFlaws({ msgtype: 'markdown', markdown: { title: 'x', text: `x ${text}` } });

const texts = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom('[', ']', '(', '#', '>', '@', 'all', 'dtmd:', '//', '\n', ' ', '1.', '-'),
    )
    .map((parts) => parts.join('')),
);

describe.each(PLACES)('%s', (_, write) => {
  it.each(Object.entries(HOSTILE))('takes the sting out of %s', (_name, text) => {
    const written = write(text, 3000).text;
    expect(flawsOf(written)).toEqual([]);
    expect(mentionsIn(written)).toEqual([]);
  });

  it('keeps every rule and every limit, for any text', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 0, max: 400 }), (text, limit) => {
        const written = write(text, limit);
        expect(written.text.length).toBeLessThanOrEqual(limit);
        expect(flawsOf(written.text)).toEqual([]);
        expect(mentionsIn(written.text)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads no more of a long text than the limit asks for', () => {
    const begun = '[x](y) & '.repeat(1500);
    expect(write(begun + 'x'.repeat(10_000_000), 3000)).toEqual(write(`${begun}y`, 3000));
  });
});

describe('Markdown', () => {
  it.each([
    [
      '[label](dtmd://dingtalkclient/sendMessage?content=accept)',
      '［label］(dtmd：//dingtalkclient/sendMessage?content=accept)',
    ],
    ['![x](y)', '!［x］(y)'],
    ['**bold** _it_ `code` ~~gone~~', '＊＊bold＊＊ ＿it＿ ｀code｀ ～～gone～～'],
    ['<font color=red>x</font>', '＜font color=red＞x＜/font＞'],
    ['&lt;b&gt; a & b &#91;', `&${GAP}lt;b&${GAP}gt; a & b &${GAP}#91;`],
    ['[微笑]', '［微笑］'],
    ['\\*x C:\\dir\\', '＼＊x C:\\dir＼'],
    ['# heading', '＃ heading'],
    ['> quote', '＞ quote'],
    ['- item', '－ item'],
    ['+ item', '＋ item'],
    ['12. item', '12． item'],
    ['1) item', '1） item'],
    ['---', '－--'],
    ['===', '＝=='],
  ])('%s is written %s', (raw, written) => expect(line(raw, 200).text).toBe(written));

  it.each(['-5 °C outside', '10.2.0.1 is down', '5 > 4? no: a=b, a-b, 1.5 #7'.replace('>', '≥')])(
    'leaves %s as it is',
    (text) => expect(line(text, 100).text).toBe(text),
  );

  it('has what formats at the start of every line, also behind spaces', () => {
    expect(paragraphs('a\n  # b\n\t- c\n1. d', 100).text).toBe(
      `a  \n${NBSP}${NBSP}＃ b  \n${NBSP}－ c  \n1． d`,
    );
  });

  it('keeps the lines and the indentation of a log in a quotation', () => {
    expect(quoted('a\n  b\n\nc', 100).text).toBe(`a  \n> ${NBSP}${NBSP}b  \n>   \n> c`);
  });
});

describe('a mention in a text', () => {
  it.each(['@所有人', '@13800138000', '＠all', 'ops@example.com'])('%s calls nobody', (text) => {
    expect(mentionsIn(line(text, 100).text)).toEqual([]);
    expect(mentionsIn(plainText(text, 100).text)).toEqual([]);
  });
});

describe('an address in a text', () => {
  it('leads where it says', () => {
    expect(linksIn(paragraphs('see https://a.example/x_(y)?q=1, now', 100).text)).toEqual([
      { label: 'https://a.example/x＿(y)?q=1', href: 'https://a.example/x_%28y%29?q=1' },
    ]);
  });

  it('is none where it only looks like another one', () => {
    const written = paragraphs('https://good.example@evil.example/', 100).text;
    expect(written).toBe(`https：//good.example@${GAP}evil.example/`);
    expect(line('https://good.example\\@evil.example', 100).text).toMatch(/^https：/);
  });

  it('is not linked where its letters are not those of its host', () =>
    expect(linksIn(paragraphs('https://аpple.example/ https://example.com', 100).text)).toEqual([
      { label: 'https://example.com', href: 'https://example.com/' },
    ]));

  it.each(['dtmd://x', 'DingTalk://y', 'javascript:alert(1)', 'file:/etc/passwd', 'tel:110'])(
    '%s does nothing',
    (text) => expect(line(text, 100).text).toContain('：'),
  );

  it.each(['C::std', '10:30:45', 'host:9090', 'key: value', 'https://a.example/b'])(
    '%s stays as it is',
    (text) => expect(line(text, 100).text).toBe(text),
  );
});

describe('a link', () => {
  it('cannot be closed early by its label or its address', () => {
    expect(link('https://a.example/x)y](z)*@b', 'L](dtmd://x)', 100)).toBe(
      '[L］(dtmd：//x) (a.example)](https://a.example/x%29y%5D%28z%29%2A%40b)',
    );
  });

  it('shows the host where the label names another address', () => {
    expect(link('https://evil.example/', 'https://good.example/login', 100)).toBe(
      '[https://good.example/login (evil.example)](https://evil.example/)',
    );
    expect(button('https://evil.example/', 'good.example')?.button.title).toBe(
      'good.example (evil.example)',
    );
  });

  it.each(['javascript:alert(1)', 'dtmd://x', 'dingtalk://y', '//a.example', '/x', 'ftp://a', ''])(
    'leads nowhere else: %s',
    (href) => {
      for (const links of [linksFor(false), inBrowser]) {
        expect(links.text(href, 'x', 100)).toBeUndefined();
        expect(links.button(href, 'x')).toBeUndefined();
      }
    },
  );

  it('opens in the browser where the destination asks for it', () => {
    const address = 'https://a.example/?a=1&b=(2)';
    const wrapped =
      'dingtalk://dingtalkclient/page/link?url=https%3A%2F%2Fa.example%2F%3Fa%3D1%26b%3D';
    expect(inBrowser.text(address, 'x', 100)).toBe(`[x](${wrapped}%282%29&pc_slide=false)`);
    expect(inBrowser.button(address, 'x')?.button.actionURL).toBe(`${wrapped}(2)&pc_slide=false`);
  });

  it('drops the query of an address that is too long, then the link', () => {
    const query = (length: number) => `https://a.example/p?q=${'q'.repeat(length)}`;
    expect(link(query(2000), 'x', 10)).toBe('[x](https://a.example/p)');
    expect(link(`https://a.example/${'p'.repeat(3000)}`, 'x', 10)).toBeUndefined();
    expect(button(query(100), 'x')).toMatchObject({ whole: true });
    expect(button(query(600), 'x')).toEqual({
      button: { title: 'x', actionURL: 'https://a.example/p' },
      whole: false,
    });
  });
});
