import { beforeEach, describe, expect, it } from '@jest/globals';
import { JSDOM } from 'jsdom';
import { answerLink } from '../../../core/answers/link';
import { type ButtonClaims, signToken } from '../../../core/answers/token';
import { Replays } from '../../../core/http/verify/replays';

const keys = { key: 'a key that nobody could ever guess, 1' };
const claims: ButtonClaims = {
  kind: 'alert-action',
  action: 'accept',
  alert: { platform: 'ilert', id: '4711', title: 'Checkout <b>is</b> down' },
  episode: 1,
  destination: '0a1b2c3d4e5f',
  expiresAt: 1_790_000_600_000,
};

let now: number;
let replays: Replays;

beforeEach(() => {
  now = 1_790_000_000_000;
  replays = new Replays();
});

const setup = (language?: string) => ({ keys, clock: { now: () => now }, replays, language });
const get = (b: unknown, method = 'GET') => answerLink({ method, query: { b }, body: '' }, setup());
const post = (fields: Record<string, string>) =>
  answerLink({ method: 'POST', query: {}, body: new URLSearchParams(fields).toString() }, setup());
const pageOf = (html: string) => new JSDOM(html).window.document;

describe('a link on a card', () => {
  it('shows the alert and asks; looking does nothing', () => {
    const token = signToken(claims, keys);
    const { reply, command } = get(token);
    expect(command).toBeUndefined();
    expect(reply.status).toBe(200);
    const page = pageOf(reply.body);
    expect(page.querySelector('h1')?.textContent).toBe('Checkout <b>is</b> down');
    expect(page.querySelector('button')?.textContent).toBe('Accept');
    expect(page.querySelector<HTMLInputElement>('input[name=b]')?.value).toBe(token);
    expect(page.querySelector('script')).toBeNull();
  });

  it('keeps its address to itself', () => {
    expect(get(signToken(claims, keys)).reply.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
  });

  it('is acted on by its button, once', () => {
    const token = signToken(claims, keys);
    const first = post({ b: token, name: ' Ada ' });
    expect(first.reply.status).toBe(200);
    expect(first.command).toMatchObject({
      kind: 'alert-action',
      action: 'accept',
      alert: { platform: 'ilert', id: '4711' },
      chat: 'link',
      user: { id: 'link', name: 'Ada' },
    });
    const second = post({ b: token });
    expect(second.command).toBeUndefined();
    expect(second.reply.status).toBe(410);
    expect(second.reply.body).toContain('was used before');
  });

  it.each(['GET', 'POST'])('that has expired says so to %s', (method) => {
    now = claims.expiresAt;
    const token = signToken(claims, keys);
    const { reply, command, refused } = method === 'GET' ? get(token) : post({ b: token });
    expect(command).toBeUndefined();
    expect(reply.status).toBe(410);
    expect(pageOf(reply.body).body.textContent).toContain('This button has expired.');
    expect(refused?.problem.code).toBe('answer.expired');
  });

  it('of another installation is refused', () => {
    const token = signToken(claims, { key: 'a key that nobody could ever guess, 2' });
    expect(get(token).reply.status).toBe(403);
    expect(post({ b: token }).command).toBeUndefined();
  });

  it('without anything in it is refused', () => {
    expect(get(undefined).reply.status).toBe(403);
    expect(get(['x', 'y']).reply.status).toBe(403);
    expect(post({}).reply.status).toBe(403);
    expect(get('x', 'PUT').reply.status).toBe(405);
  });

  it('is asked about in the language of the node', () => {
    const { reply } = answerLink(
      { method: 'GET', query: { b: signToken(claims, keys) }, body: '' },
      setup('de'),
    );
    expect(pageOf(reply.body).querySelector('button')?.textContent).toBe('Annehmen');
    expect(reply.body).toContain('<html lang="de">');
    const body = new URLSearchParams({ b: signToken(claims, keys) }).toString();
    const { command } = answerLink({ method: 'POST', query: {}, body }, setup('de'));
    expect(command).toHaveProperty('language', 'de');
  });
});
