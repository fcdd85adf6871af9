import { describe, expect, it } from '@jest/globals';
import { mattermostBot, refusal } from './mattermost-bot';

const ADA = 'sandbox1person1adaada1aada';
const TEAM = 'sandbox1team1sandbox1team1';
const UNKNOWN = 'nobodyknowsthisidnobodykno';

describe('what a bot may ask', () => {
  it.each([
    ['/users/me', { username: 'alertwire', is_bot: true }],
    [`/users/${ADA}`, { username: 'ada', is_bot: false }],
    ['/users/email/Ada%40sandbox.example', { id: ADA }],
    ['/users/username/bob.byte', { email: 'bob.byte@sandbox.example' }],
    ['/users/me/teams', [{ id: TEAM, name: 'sandbox' }]],
    ['/teams/name/sandbox/channels/name/ops-alerts', { type: 'O', team_id: TEAM, delete_at: 0 }],
    [`/teams/${TEAM}/channels/name/night-shift`, { type: 'P' }],
    ['/teams/name/sandbox/channels/name/announcements', { name: 'announcements' }],
    ['/teams/name/sandbox/channels/name/launch-2019?include_deleted=true', { name: 'launch-2019' }],
  ])('%s', async (path, expected) => {
    const { ask, sandbox } = await mattermostBot();
    expect(await ask('GET', path)).toMatchObject(expected);
    expect(await sandbox.requests()).toMatchObject([{ verdict: 'accepted', messageId: null }]);
  });

  it.each([
    [404, 'app.user.missing_account.const', `/users/${UNKNOWN}`],
    [404, 'app.user.missing_account.const', '/users/email/eve@sandbox.example'],
    [404, 'app.user.get_by_username.app_error', '/users/username/eve'],
    [400, 'api.context.invalid_url_param.app_error', '/users/short'],
    [404, 'app.channel.get.existing.app_error', `/channels/${UNKNOWN}`],
    [404, 'app.team.get_by_name.missing.app_error', '/teams/name/none/channels/name/ops-alerts'],
    [404, 'app.channel.get_by_name.missing.app_error', '/teams/name/sandbox/channels/name/none'],
    [
      404,
      'app.channel.get_by_name.missing.app_error',
      '/teams/name/sandbox/channels/name/boardroom',
    ],
    [
      404,
      'app.channel.get_by_name.missing.app_error',
      '/teams/name/sandbox/channels/name/launch-2019',
    ],
    [
      404,
      'app.channel.get_by_name.missing.app_error',
      `/teams/${UNKNOWN}/channels/name/ops-alerts`,
    ],
    [403, 'api.context.permissions.app_error', '/channels/sandbox6channel6boardroom6'],
    [403, 'api.context.permissions.app_error', `/users/${ADA}/teams`],
    [403, 'api.context.permissions.app_error', `/users/${ADA}/channels`],
    [403, 'api.context.permissions.app_error', `/users/me/teams/${UNKNOWN}/channels`],
  ])('%i %s: %s', async (status, id, path) => {
    const { call } = await mattermostBot();
    expect(refusal(await call('GET', path))).toEqual([status, id]);
  });

  it('are the channels it was added to, archived ones if it wants', async () => {
    const { call } = await mattermostBot();
    const names = async (path: string) =>
      (JSON.parse((await call('GET', path)).text) as { name: string }[]).map(({ name }) => name);
    const living = ['ops-alerts', 'platform', 'night-shift'];
    expect(await names(`/users/me/teams/${TEAM}/channels`)).toEqual(living);
    const all = [...living, 'launch-2019'];
    expect(await names('/users/me/channels?include_deleted=true')).toEqual(all);
  });
});

describe('a channel for two', () => {
  it('is made once, and takes posts', async () => {
    const { call, ask, sandbox } = await mattermostBot();
    const { id: me } = await ask('GET', '/users/me');
    const first = await call('POST', '/channels/direct', [me, ADA]);
    const channel = JSON.parse(first.text) as { id: string; name: string };
    expect(first.status).toBe(201);
    expect(channel).toMatchObject({ type: 'D', team_id: '', name: [me, ADA].sort().join('__') });
    expect((await ask('POST', '/channels/direct', [ADA, me])).id).toBe(channel.id);
    await ask('POST', '/posts', { channel_id: channel.id, message: 'Your turn' });
    expect(await sandbox.messages()).toMatchObject([{ channel: '@ada', text: 'Your turn' }]);
    const concierge = await mattermostBot('concierge', sandbox);
    const { status } = await concierge.call('GET', `/channels/${channel.id}`);
    expect(status).toBe(403);
    await sandbox.post('/inspect/reset');
    expect((await call('GET', `/channels/${channel.id}`)).status).toBe(404);
  });

  it.each([
    [400, 'api.context.invalid_body_param.app_error', {}],
    [400, 'api.context.invalid_body_param.app_error', '['],
    [400, 'api.context.invalid_body_param.app_error', ['me', ADA]],
    [403, 'api.context.permissions.app_error', [ADA, 'sandbox2person2bobbyte2bob']],
    [
      400,
      'api.channel.create_direct_channel.invalid_user.app_error',
      ['sandbox1bot1alertwire1bot1', UNKNOWN],
    ],
    [413, 'api.context.request_body_too_large.app_error', ['x'.repeat(300_001)]],
  ])('is refused with %i %s (%#)', async (status, id, body) => {
    const { call } = await mattermostBot();
    expect(refusal(await call('POST', '/channels/direct', body))).toEqual([status, id]);
  });
});
