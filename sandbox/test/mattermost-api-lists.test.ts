import { describe, expect, it } from '@jest/globals';
import { mattermostBot, NO_PERMISSION, refusal, UNKNOWN } from './mattermost-bot';

const TEAM = 'sandbox1team1sandbox1team1';

const listed = async (verb: string, path: string, body?: unknown) => {
  const { call } = await mattermostBot();
  return JSON.parse((await call(verb, path, body)).text) as { name: string; username: string }[];
};

describe('the open channels of a team', () => {
  it('are all there, also those the bot is not in', async () => {
    const names = (await listed('GET', `/teams/${TEAM}/channels`)).map(({ name }) => name);
    expect(names).toEqual(['ops-alerts', 'platform', 'announcements']);
  });

  it('come in pages', async () => {
    const page = await listed('GET', `/teams/${TEAM}/channels?page=1&per_page=2`);
    expect(page.map(({ name }) => name)).toEqual(['announcements']);
  });

  it('are for those in the team', async () => {
    const { call } = await mattermostBot();
    expect(refusal(await call('GET', `/teams/${UNKNOWN}/channels`))).toEqual(NO_PERMISSION);
  });
});

describe('everybody', () => {
  it('comes in pages', async () => {
    const first = await listed('GET', '/users?per_page=2');
    expect(first.map(({ username }) => username)).toEqual(['ada', 'bob.byte']);
    const second = await listed('GET', '/users?per_page=2&page=1');
    expect(second[0]?.username).toBe('alertwire');
  });

  it.each([
    ['BOB', ['bob.byte']],
    ['byte', ['ada', 'bob.byte']],
    ['yte', []],
  ])('is found by the beginning of a name: %s', async (term, expected) => {
    const found = await listed('POST', '/users/search', { term });
    expect(found.map(({ username }) => username)).toEqual(expected);
  });

  it('is not found by nothing', async () => {
    const { call } = await mattermostBot();
    const expected = [400, 'api.context.invalid_body_param.app_error'];
    expect(refusal(await call('POST', '/users/search', { term: '' }))).toEqual(expected);
    expect(refusal(await call('POST', '/users/search', {}))).toEqual(expected);
  });
});

describe('who is in a channel', () => {
  it('is told to those who are', async () => {
    const { ask, call, channel } = await mattermostBot();
    const ops = channel('ops-alerts');
    const { id } = await ask('GET', '/users/me');
    expect(await ask('GET', `/channels/${ops}/members/me`)).toMatchObject({ user_id: id });
    expect(refusal(await call('GET', `/channels/${ops}/members/${UNKNOWN}`))).toEqual([
      404,
      'app.channel.get_member.missing.app_error',
    ]);
    const closed = `/channels/${channel('announcements')}/members/me`;
    expect(refusal(await call('GET', closed))).toEqual(NO_PERMISSION);
  });
});
