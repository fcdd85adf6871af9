import { describe, expect, it } from '@jest/globals';
import type { InboundRequest } from '../../../core/http/types';
import { verifySharedSecret } from '../../../core/http/verify/shared-secret';

const request = (headers: InboundRequest['headers'], query = {}): InboundRequest => ({
  headers,
  query,
  rawBody: '{}',
});
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const shared = { secret: 'new-S3cret', previousSecret: 'old-S3cret' };

describe('verifySharedSecret takes', () => {
  it.each<[string, InboundRequest['headers'], object?]>([
    ['a Basic password, whoever the user', { authorization: basic('anybody:new-S3cret') }],
    ['a Basic password without a user', { authorization: basic(':new-S3cret') }],
    ['a scheme in any case', { Authorization: `bAsIc ${basic('a:new-S3cret').slice(6)}` }],
    ['a Bearer token', { authorization: 'Bearer new-S3cret' }],
    ['the default header in any case', { 'x-ALERTWIRE-secret': 'new-S3cret' }],
    ['a query value', {}, { token: 'new-S3cret' }],
    ['the previous secret', { authorization: 'Bearer old-S3cret' }],
    ['one of several query values', {}, { token: ['wrong', 'new-S3cret'] }],
    ['one of several headers', { 'x-alertwire-secret': ['wrong', 'new-S3cret'] }],
    ['one of several headers that Node joined', { 'x-alertwire-secret': 'wrong, new-S3cret' }],
    [
      'a good header beside a wrong one',
      { authorization: 'Bearer x', 'x-alertwire-secret': 'new-S3cret' },
    ],
  ])('%s', (_name, headers, query = {}) => {
    expect(verifySharedSecret(request(headers, query), shared)).toBe(true);
  });

  it('a password with colons, commas and letters beyond ASCII', () => {
    const odd = { secret: 'pä:ss, wörd 🔑' };
    expect(verifySharedSecret(request({ authorization: basic(`u:${odd.secret}`) }), odd)).toBe(
      true,
    );
    expect(verifySharedSecret(request({ 'x-alertwire-secret': odd.secret }), odd)).toBe(true);
    const asNodeReadsIt = Buffer.from(odd.secret, 'utf8').toString('latin1');
    expect(verifySharedSecret(request({ 'x-alertwire-secret': asNodeReadsIt }), odd)).toBe(true);
  });

  it('a header of its own name, and then no longer the default one', () => {
    const named = { secret: 's', headerName: 'X-Router-Token' };
    expect(verifySharedSecret(request({ 'x-router-token': 's' }), named)).toBe(true);
    expect(verifySharedSecret(request({ 'x-alertwire-secret': 's' }), named)).toBe(false);
    expect(
      verifySharedSecret(request({ 'x-alertwire-secret': 's' }), { secret: 's', headerName: ' ' }),
    ).toBe(true);
  });
});

describe('verifySharedSecret refuses', () => {
  it.each<[string, InboundRequest['headers'], object?]>([
    ['nothing at all', {}],
    ['another secret', { authorization: 'Bearer new-S3cret2' }],
    ['the beginning of the secret', { authorization: 'Bearer new-S3cre' }],
    ['another case', { authorization: 'Bearer NEW-S3CRET' }],
    ['the secret as user name', { authorization: basic('new-S3cret:x') }],
    ['Basic without a colon', { authorization: basic('new-S3cret') }],
    ['Basic that is not base64', { authorization: 'Basic %%%' }],
    ['a secret without a scheme', { authorization: 'new-S3cret' }],
    ['the secret under another query name', {}, { secret: 'new-S3cret' }],
    ['a query object', {}, { token: { a: 'new-S3cret' } }],
    ['an absent header value', { authorization: undefined }],
  ])('%s', (_name, headers, query = {}) => {
    expect(verifySharedSecret(request(headers, query), shared)).toBe(false);
  });

  it.each([
    ['an empty secret', { secret: '' }],
    ['an empty secret beside a previous one', { secret: '', previousSecret: 'old' }],
    ['a missing secret', { secret: undefined as unknown as string }],
    ['an empty previous secret', { secret: 'x', previousSecret: '' }],
  ])('everything with %s', (_name, empty) => {
    for (const headers of [{}, { authorization: 'Bearer ' }, { authorization: basic('u:') }]) {
      expect(verifySharedSecret(request(headers, { token: '' }), empty)).toBe(false);
      expect(verifySharedSecret(request({ 'x-alertwire-secret': 'old' }), empty)).toBe(false);
      expect(verifySharedSecret(request({ 'x-alertwire-secret': 'undefined' }), empty)).toBe(false);
    }
  });
});
