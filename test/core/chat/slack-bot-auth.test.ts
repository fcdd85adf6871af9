import { describe, expect, it } from '@jest/globals';
import { bot } from '../../../core/chat/slack/bot';
import { slack } from '../../../core/chat/slack/index';
import type { HttpRequest } from '../../../core/http/types';
import { NOW } from './steps';

const TOKEN = 'xoxb-1-2-abc';
const request = (url: string): HttpRequest => ({
  method: 'POST',
  url,
  headers: { a: 'b' },
  body: '{}',
});
const sent = (url: string, credential: Record<string, string>) =>
  slack.authenticate(request(url), credential, NOW);

describe('the token', () => {
  it('goes to Slack', () => {
    expect(sent('/chat.update', { accessToken: ` ${TOKEN}\n` })).toEqual({
      ...request('https://slack.com/api/chat.update'),
      headers: { a: 'b', authorization: `Bearer ${TOKEN}` },
    });
  });

  it.each([
    ['https://slack-gov.com/api', 'https://slack-gov.com/api/auth.test'],
    ['http://127.0.0.1:4400/slack/api/', 'http://127.0.0.1:4400/slack/api/auth.test'],
    ['https://a:b@proxy.example/x?y#z', 'https://proxy.example/x/auth.test'],
    [' ', 'https://slack.com/api/auth.test'],
  ])('goes to the base URL %j', (baseUrl, url) => {
    expect(sent('/auth.test', { accessToken: TOKEN, baseUrl }).url).toBe(url);
  });

  it.each([
    'https://evil.example/api',
    'https://slack.com.evil.example/',
    '//evil.example/x',
    'evil',
    '',
  ])('does not go to %j', (url) => {
    expect(sent(url, { accessToken: TOKEN })).toEqual(request(url));
  });

  it('goes nowhere where the base URL is none, or where it breaks its line', () => {
    expect(sent('/x', { accessToken: TOKEN, baseUrl: 'javascript:alert(1)' })).toEqual(
      request('/x'),
    );
    expect(sent('/x', { accessToken: 'a\r\nb: c' }).headers).toEqual({ a: 'b' });
  });
});

describe('a credential', () => {
  it.each([
    { accessToken: TOKEN },
    { accessToken: ` ${TOKEN} `, baseUrl: '' },
    { accessToken: 'xoxe.xoxb-1-abcdefg', baseUrl: 'https://slack-gov.com/api/' },
    { accessToken: TOKEN, baseUrl: 'http://127.0.0.1:4400/slack/api' },
  ])('may be %j', (credential) =>
    expect(bot.checkCredential({ ...credential } as Record<string, string>)).toBeUndefined(),
  );

  it.each([
    [{}, 'slack.bad_token', /no bot token/],
    [{ accessToken: '' }, 'slack.bad_token', /no bot token/],
    [{ accessToken: 'xapp-1-A-1-abc' }, 'slack.bad_token', /app itself/],
    [{ accessToken: 'xoxp-1-2-abc' }, 'slack.bad_token', /person/],
    [{ accessToken: 'https://hooks.slack.com/services/T/B/x' }, 'slack.bad_token', /address/],
    [{ accessToken: 'hello' }, 'slack.bad_token', /no bot token/],
    [{ accessToken: 'xoxb-1-2-ab c' }, 'slack.bad_token', /no bot token/],
    [{ accessToken: TOKEN, baseUrl: 'slack.com/api' }, 'slack.bad_base_url', /web address/],
    [{ accessToken: TOKEN, baseUrl: 'https://slack.com' }, 'slack.bad_base_url', /page/],
    [{ accessToken: TOKEN, baseUrl: 'http://slack.com/api' }, 'slack.bad_base_url', /page/],
    [
      { accessToken: TOKEN, baseUrl: 'https://acme.slack.com/archives' },
      'slack.bad_base_url',
      /page/,
    ],
  ])('is not %j', (credential, code, message) => {
    const problem = bot.checkCredential(credential as Record<string, string>);
    expect(problem?.code).toBe(code);
    expect(problem?.message).toMatch(message);
  });
});
