import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ButtonClaims, readToken, signToken } from '../../../core/answers/token';
import { hmacOfLines } from '../../../core/http/verify/hmac';

const now = 1_790_000_000_000;
const keys = { key: 'a key that nobody could ever guess, 1' };
const others = { key: 'a key that nobody could ever guess, 2' };

const claims: ButtonClaims = {
  kind: 'alert-action',
  action: 'accept',
  alert: { platform: 'ilert', account: 'acme', id: '4711', key: 'checkout/5xx', title: '支付 ⚠' },
  episode: 2,
  destination: '0a1b2c3d4e5f',
  channel: 'C0123456789',
  expiresAt: now + 60_000,
};

describe('the proof of a button', () => {
  it('comes back as it was made', () => {
    expect(readToken(signToken(claims, keys), keys, now, 'C0123456789')).toEqual({ claims });
  });

  it('is short, and safe in an address', () => {
    const token = signToken(claims, keys);
    expect(token).toMatch(/^[\w-]+\.[\w-]{22}$/);
    expect(token.length).toBeLessThan(300);
  });

  it('holds while the key is changed, and not longer', () => {
    const token = signToken(claims, keys);
    expect(readToken(token, { ...others, previousKey: keys.key }, now)).toEqual({ claims });
    expect(readToken(token, others, now)).toEqual({ flaw: 'wrong-key' });
  });

  it('ends', () => {
    const token = signToken(claims, keys);
    expect(readToken(token, keys, claims.expiresAt - 1)).toEqual({ claims });
    expect(readToken(token, keys, claims.expiresAt)).toEqual({ flaw: 'expired' });
  });

  it('belongs to a channel, where that was known', () => {
    expect(readToken(signToken(claims, keys), keys, now, 'C0OTHER')).toEqual({
      flaw: 'other-channel',
    });
    const { channel: _channel, ...anywhere } = claims;
    expect(readToken(signToken(anywhere, keys), keys, now, 'C0OTHER')).toEqual({
      claims: anywhere,
    });
  });

  it('cannot be made into one for another alert or action', () => {
    const [told, signature] = signToken(claims, keys).split('.');
    const forged = { ...claims, alert: { ...claims.alert, id: '4712' } };
    const [otherTold] = signToken(forged, others).split('.');
    expect(readToken(`${otherTold}.${signature}`, keys, now)).toEqual({ flaw: 'wrong-key' });
    expect(readToken(`${told}.${signature.slice(0, -1)}`, keys, now)).toEqual({
      flaw: 'wrong-key',
    });
  });

  it('is refused without a harm, whatever stands there', () => {
    fc.assert(
      fc.property(fc.anything(), (anything) => {
        expect(readToken(anything, keys, now)).toHaveProperty('flaw');
      }),
    );
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(readToken(`${one}.${other}`, keys, now)).toHaveProperty('flaw');
        const json = Buffer.from(one).toString('base64url');
        expect(readToken(`${json}.${other}`, keys, now)).toHaveProperty('flaw');
      }),
    );
  });

  it('takes no short key', () => {
    expect(() => signToken(claims, { key: 'short' })).toThrow(RangeError);
    expect(readToken(signToken(claims, keys), { key: '' }, now)).toEqual({ flaw: 'wrong-key' });
  });
});

describe('a signature over lines', () => {
  it('is the HMAC of the lines with one line break between them', () => {
    const expected = createHmac('sha256', 'k')
      .update('v1\nalert-42\naccept\n1700003600')
      .digest('hex');
    const lines = ['v1', 'alert-42', 'accept', '1700003600'];
    expect(hmacOfLines('k', lines).toString('hex')).toBe(expected);
  });
});
