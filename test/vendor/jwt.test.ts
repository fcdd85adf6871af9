import { createSign, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { verifyJwt } from '../../vendor/jwt';

const now = 1_700_000_000_000;
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = {
  keys: [{ ...pair.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const token = (
  claims: object,
  { kid = 'one', alg = 'RS256', key = pair.privateKey } = {},
): string => {
  const told = `${part({ alg, kid, typ: 'JWT' })}.${part(claims)}`;
  return `${told}.${createSign('RSA-SHA256').update(told).sign(key).toString('base64url')}`;
};

const good = {
  iss: 'https://api.example.com',
  aud: 'app',
  exp: now / 1000 + 600,
  nbf: now / 1000 - 10,
};
const expected = {
  keys,
  issuer: 'https://api.example.com',
  audience: ['app'],
  now,
  toleranceMs: 300_000,
};

describe('a JSON Web Token', () => {
  it('is taken as it was signed', async () => {
    expect(await verifyJwt(token(good), expected)).toMatchObject({
      ok: true,
      keyId: 'one',
      claims: { aud: 'app' },
    });
  });

  it.each([
    ['no token', 'nonsense', 'malformed'],
    ['a key nobody knows', token(good, { kid: 'two' }), 'unknown-key'],
    ['a key of somebody else', token(good, { key: other.privateKey }), 'signature'],
    ['no algorithm', token(good, { alg: 'none' }), 'malformed'],
    ['an end long ago', token({ ...good, exp: now / 1000 - 301 }), 'time'],
    ['a start in the future', token({ ...good, nbf: now / 1000 + 301 }), 'time'],
    ['no end', token({ ...good, exp: undefined }), 'time'],
    ['another issuer', token({ ...good, iss: 'https://elsewhere.example.com' }), 'claims'],
    ['another audience', token({ ...good, aud: 'other' }), 'claims'],
  ])('with %s is refused', async (_what, given, flaw) => {
    expect(await verifyJwt(given, expected)).toEqual({ ok: false, flaw });
  });
});
