import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { redact, redactUrl } from '../../../core/http/redact';

const HOOK = 'https://hooks.example.com/services/T0/B0/s3cr3tpart?key=also&x=%20';

describe('redactUrl', () => {
  it.each([
    [HOOK, 'https://hooks.example.com/…'],
    ['https://user:pass@chat.example.com:8443/a#b', 'https://chat.example.com:8443/…'],
    ['http://[::1]:1880/token', 'http://[::1]:1880/…'],
    ['https://hooks.example.com', 'https://hooks.example.com/…'],
    ['mailto:somebody@example.com', 'mailto:…'],
    ['no address, s3cr3t', '…'],
    ['', '…'],
  ])('%s', (url, safe) => {
    expect(redactUrl(url)).toBe(safe);
  });
});

describe('redact', () => {
  it.each([
    ['a secret', 'token abc123 was refused', ['abc123'], 'token … was refused'],
    ['every time', 'abc123abc123', ['abc123'], '……'],
    ['the longer of two', 'abc123', ['abc', 'abc123'], '…'],
    [
      'an address, but not its host',
      `POST ${HOOK} failed`,
      [HOOK],
      'POST https://hooks.example.com/… failed',
    ],
    ['the path of an address', 'POST /services/T0/B0/s3cr3tpart?key=also&x=%20', [HOOK], 'POST …'],
    ['as part of an address', 'token=a%2Fb%20c', ['a/b c'], 'token=…'],
    ['as part of JSON', '{"t":"a\\"b\\nc"}', ['a"b\nc'], '{"t":"…"}'],
    ['with the signs of a pattern', 'x $& .* y', ['.*', '$&'], 'x … … y'],
    ['nothing for empty secrets', 'all stays', ['', undefined], 'all stays'],
  ])('hides %s', (_name, text, secrets, safe) => {
    expect(redact(text, secrets)).toBe(safe);
  });

  it('leaves no secret behind and never throws', () => {
    const anyText = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(anyText, anyText, fc.string({ minLength: 1 }), (before, after, secret) => {
        expect(redact(`${before}${secret}${after}`, [secret]).includes(secret)).toBe(
          secret === '…',
        );
      }),
    );
  });
});
