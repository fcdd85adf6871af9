import { describe, expect, it } from '@jest/globals';
import { bot } from '../../../core/chat/mattermost/bot';
import { mattermost } from '../../../core/chat/mattermost/index';
import type { HttpRequest } from '../../../core/http/types';
import { NOW } from './steps';

const accessToken = 'token1token1token1token1to';
const BASE = 'https://mattermost.example.com';
const request = (url: string): HttpRequest => ({ method: 'GET', url, headers: {} });
const sent = (url: string, credential: Record<string, string>) =>
  mattermost.authenticate(request(url), credential, NOW);

describe('the token', () => {
  it.each([
    [BASE, `${BASE}/api/v4/users/me`],
    [` ${BASE}/chat/ `, `${BASE}/chat/api/v4/users/me`],
    ['http://10.0.0.5:8065', 'http://10.0.0.5:8065/api/v4/users/me'],
  ])('goes to the server %j', (baseUrl, url) => {
    expect(sent('/api/v4/users/me', { baseUrl, accessToken })).toEqual({
      ...request(url),
      headers: { authorization: `Bearer ${accessToken}` },
    });
  });

  it.each(['https://evil.example/api', '//evil.example/x', 'evil', ''])(
    'does not go to %j',
    (url) => {
      expect(sent(url, { baseUrl: BASE, accessToken })).toEqual(request(url));
    },
  );

  it('goes nowhere without a server', () => {
    expect(sent('/api/v4/users/me', { accessToken })).toEqual(request('/api/v4/users/me'));
  });
});

describe('a credential', () => {
  it.each([BASE, `${BASE}/chat/`, 'http://10.0.0.5:8065'])('may be of %s', (baseUrl) =>
    expect(bot.checkCredential({ baseUrl, accessToken: ` ${accessToken} ` })).toBeUndefined(),
  );

  it.each([
    [{}, 'mattermost.bad_base_url', /web address/],
    [{ baseUrl: 'mattermost.example.com', accessToken }, 'mattermost.bad_base_url', /web address/],
    [{ baseUrl: 'https://acme.slack.com', accessToken }, 'mattermost.bad_base_url', /Slack/],
    [{ baseUrl: `${BASE}/hooks/x`, accessToken }, 'mattermost.bad_base_url', /webhook/],
    [{ baseUrl: `${BASE}/api/v4`, accessToken }, 'mattermost.bad_base_url', /API/],
    [{ baseUrl: BASE }, 'mattermost.bad_token', /no access token/],
    [{ baseUrl: BASE, accessToken: BASE }, 'mattermost.bad_token', /address/],
    [{ baseUrl: BASE, accessToken: 'short' }, 'mattermost.bad_token', /26/],
  ])('is not %j', (credential, code, message) => {
    const problem = bot.checkCredential(credential as Record<string, string>);
    expect(problem?.code).toBe(code);
    expect(problem?.message).toMatch(message);
  });
});
