import { describe, expect, it } from '@jest/globals';
import { dingtalk } from '../../../core/chat/dingtalk/index';
import { webhook } from '../../../core/chat/dingtalk/webhook';

const URL_OF_ROBOT = 'https://oapi.dingtalk.com/robot/send?access_token=abc';
const request = webhook.post({ msgtype: 'markdown' });
const signed = (secret: string, now: number, webhookUrl = URL_OF_ROBOT) =>
  dingtalk.authenticate(request, { webhookUrl, secret }, now);

/**
 * Time in ms, secret, and the signature as it stands in the address: computed apart with Python's
 * hmac and hashlib from the algorithm and the sample secret of
 * https://open.dingtalk.com/document/robots/customize-robot-security-settings.
 */
const VECTORS: readonly [now: number, secret: string, sign: string][] = [
  [1577262236757, 'this is secret', 'hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D'],
  [
    1700000000000,
    'SEC0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
    'bTgY2yDbep%2BwesS7jKiNj%2BsrsHoADES4%2BC4f8LCHFtU%3D',
  ],
  [1700000000001, 'SECtest', 'r4CWp%2FDz%2BNg0sbTjH1vB0Fr%2BuQ2fn831mssaN6%2FC05I%3D'],
];

describe('the signature', () => {
  it.each(VECTORS)('of %d with %s is encoded once', (now, secret, sign) => {
    expect(signed(secret, now).url).toBe(`${URL_OF_ROBOT}&timestamp=${now}&sign=${sign}`);
  });

  it('is one of milliseconds, not of seconds', () => {
    const { searchParams } = new URL(signed('this is secret', 1577262236757).url);
    expect(searchParams.get('timestamp')).toBe('1577262236757');
    expect(searchParams.get('sign')).not.toBe('wYPTWs4B9p4Pnmp433gyWQov/LFrgNCvPc7nVR6tx8o=');
  });

  it('is new at each request, and replaces one that was copied along', () => {
    const [first, second] = [signed('SECx', 1700000000000), signed('SECx', 1700000000001)];
    expect(first.url).not.toBe(second.url);
    expect(signed('SECx', 1700000000001, first.url)).toEqual(second);
  });

  it('is not there without a secret', () => {
    expect(signed('', 1700000000000, ` ${URL_OF_ROBOT}\n`)).toEqual({
      ...request,
      url: URL_OF_ROBOT,
    });
    expect(signed(' ', 1700000000000).url).toBe(URL_OF_ROBOT);
    expect(dingtalk.authenticate(request, {}, 0).url).toBe('');
  });

  it('leaves what is no address as it is', () =>
    expect(signed('SECx', 1700000000000, 'nonsense').url).toBe('nonsense'));

  it('takes a secret as it was copied, with the spaces around it', () =>
    expect(signed(' SECtest\n', 1700000000001)).toEqual(signed('SECtest', 1700000000001)));
});
