import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { trueHost, webLink } from '../../../core/chat/web-link';

describe('webLink', () => {
  it.each([
    ['https://a.example', 'https://a.example/'],
    [' HTTPS://A.example/x y ', 'https://a.example/x%20y'],
    [
      'http://[::1]:9090/graph?g0.expr=up&x={"a":1}',
      'http://[::1]:9090/graph?g0.expr=up&x={%22a%22:1}',
    ],
    ['https://a.example/a|b`c', 'https://a.example/a%7Cb%60c'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ])('%s', (raw, href) => expect(webLink(raw, 3000)?.href).toBe(href));

  it.each([
    '',
    ' ',
    '/graph',
    'graph?x=1',
    '//evil.example/x',
    'http://',
    'https:///x',
    'https:a.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'slack://open',
    'dtmd://x',
    'mailto:a@b.example',
    'https://good.example@evil.example',
    'https://good.example:pw@evil.example/',
    'https://:pw@evil.example/',
    'https://good.example\\@evil.example/',
    'https://a.example/\u0000',
    'https://a\u200b.example/',
    'https://a.example:99999/',
    `https://a.example/${'x'.repeat(9000)}`,
  ])('is none: %j', (raw) => expect(webLink(raw, 3000)).toBeUndefined());

  it('gives up the query before the link', () => {
    expect(webLink(`https://a.example/p?${'q'.repeat(500)}#f`, 300)?.href).toBe(
      'https://a.example/p',
    );
    expect(webLink(`https://a.example/${'p'.repeat(500)}`, 300)).toBeUndefined();
  });

  it('never holds what could end it, whatever comes in', () => {
    const parts = fc.array(
      fc.constantFrom('https://', 'a.example', '/', '|', '>', '<', '@', '"', ' ', '?', '\n'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          parts.map((all) => all.join('')),
        ),
        (raw) => {
          const link = webLink(raw, 3000);
          if (link) expect(link.href).toMatch(/^https?:\/\/[^|<>"`\s@]+(?:[/?#][^|<>"`\s]*)?$/);
        },
      ),
    );
  });
});

describe('trueHost', () => {
  it.each([
    ['https://good.example/x', ' (evil.example)'],
    ['good.example', ' (evil.example)'],
    ['www.good.example now', ' (evil.example)'],
    ['https://good.example/?evil.example', ' (evil.example)'],
    ['https://evil.example.good.example/', ' (evil.example)'],
    ['Dashboard', ''],
    ['db1.good.example is down', ''],
    ['https://evil.example/x', ''],
    ['evil.example', ''],
  ])('%s', (label, shown) => expect(trueHost(label, 'evil.example')).toBe(shown));
});
