import { describe, expect, it } from '@jest/globals';
import { mattermost } from '../mattermost';
import {
  botWithPost,
  mattermostBot,
  NO_PERMISSION,
  refusal,
  serverAt,
  UNKNOWN,
} from './mattermost-bot';

describe('a post', () => {
  it('is answered with what the server made of it, and kept', async () => {
    const { sandbox, channel_id, post, call } = await botWithPost('Down @here #checkout <!all>');
    expect(post).toMatchObject({
      id: expect.stringMatching(/^[a-z0-9]{26}$/),
      channel_id,
      user_id: expect.stringMatching(/^[a-z0-9]{26}$/),
      message: 'Down @here #checkout <!all>',
      root_id: '',
      hashtags: '#checkout',
      props: { from_bot: 'true' },
      edit_at: 0,
      delete_at: 0,
    });
    expect(post.update_at).toBe(post.create_at);
    expect(await sandbox.messages()).toMatchObject([
      { channel: 'ops-alerts', ref: post.id, pings: ['@here'], replyTo: null, onlyFor: null },
    ]);
    const read = await call('GET', `/posts/${post.id}`);
    expect(read.headers.get('content-type')).toBe('application/json');
    expect(JSON.parse(read.text)).toMatchObject({ id: post.id, pending_post_id: '' });
  });

  it('pings nobody when it is silent', async () => {
    const { ask, channel, sandbox } = await mattermostBot();
    const post = { channel_id: channel('platform'), message: '@channel' };
    expect(await ask('POST', '/posts?silent=true', post)).toMatchObject({
      props: { silent_notification: true },
    });
    expect(await sandbox.messages()).toMatchObject([{ channel: 'platform', pings: [] }]);
  });

  it('keeps to itself where a click goes', async () => {
    const { ask, channel, sandbox } = await mattermostBot();
    const action = { name: 'Accept', type: 'button', integration: { url: 'http://127.0.0.1/x' } };
    const props = { attachments: [{ text: 'Down', actions: [action] }] };
    const told = await ask('POST', '/posts', { channel_id: channel('platform'), props });
    expect(JSON.stringify(told)).not.toContain('127.0.0.1');
    expect(told).toMatchObject({
      props: { attachments: [{ actions: [{ id: expect.stringMatching(/^[a-z0-9]{26}$/) }] }] },
      metadata: { embeds: [{ type: 'message_attachment' }] },
    });
    expect(JSON.stringify(await sandbox.messages())).not.toContain('127.0.0.1');
    expect(JSON.stringify(await sandbox.requests())).not.toContain('127.0.0.1/x');
  });

  it('is made once for one pending_post_id', async () => {
    const { ask, channel, sandbox } = await mattermostBot();
    const message = { channel_id: channel('platform'), message: 'x', pending_post_id: 'me:1' };
    const [first, second] = [
      await ask('POST', '/posts', message),
      await ask('POST', '/posts', message),
    ];
    expect(second.id).toBe(first.id);
    expect([first.pending_post_id, second.pending_post_id]).toEqual(['me:1', '']);
    const other = await ask('POST', '/posts', { ...message, pending_post_id: 'me:2' });
    expect(other.id).not.toBe(first.id);
    expect(await sandbox.messages()).toHaveLength(2);
  });

  it('may be answered, and counts its answers', async () => {
    const { ask, channel_id, id, sandbox } = await botWithPost();
    const answer = { channel_id, root_id: id, message: 'Ada has it' };
    expect(await ask('POST', '/posts', answer)).toMatchObject({ root_id: id, reply_count: 1 });
    expect(await ask('GET', `/posts/${id}`)).toMatchObject({ reply_count: 1 });
    expect((await sandbox.messages())[1]).toMatchObject({ replyTo: id });
  });

  it.each([
    [400, 'api.context.invalid_body_param.app_error', '{'],
    [400, 'api.context.invalid_body_param.app_error', { message: 7 }],
    [
      400,
      'api.context.invalid_body_param.app_error',
      { metadata: { priority: { priority: 'loud' } } },
    ],
    [403, 'api.context.permissions.app_error', { channel_id: UNKNOWN }],
    [403, 'api.context.permissions.app_error', { channel_id: '' }],
    [400, 'api.context.invalid_param.app_error', { type: 'system_join_channel' }],
    [400, 'model.post.is_valid.type.app_error', { type: 'mine' }],
    [400, 'app.post.save.existing.app_error', { id: UNKNOWN }],
    [400, 'api.post.create_post.root_id.app_error', { root_id: UNKNOWN }],
    [400, 'model.post.is_valid.message_length.app_error', { message: '🔥'.repeat(16_384) }],
    [
      400,
      'api.context.invalid_body_param.app_error',
      { props: { attachments: [{ color: '#fff' }] } },
    ],
    [413, 'api.context.request_body_too_large.app_error', { message: 'x'.repeat(300_001) }],
    [
      501,
      'license_error.feature_unavailable',
      { metadata: { priority: { priority: 'urgent', requested_ack: true } } },
    ],
    [
      400,
      'api.post.post_priority.priority_post_only_allowed_for_root_post.request_error',
      { root_id: UNKNOWN, metadata: { priority: { priority: 'urgent' } } },
    ],
  ])('is refused with %i %s (%#)', async (status, id, body) => {
    const { call, channel, sandbox } = await mattermostBot();
    const good = { channel_id: channel('ops-alerts'), message: 'x' };
    const reply = await call(
      'POST',
      '/posts',
      typeof body === 'string' ? body : { ...good, ...body },
    );
    expect(refusal(reply)).toEqual([status, id]);
    expect(JSON.parse(reply.text)).toMatchObject({ status_code: status, detailed_error: '' });
    expect(await sandbox.requests()).toMatchObject([{ verdict: 'refused', code: id }]);
    expect(await sandbox.messages()).toEqual([]);
  });

  it('answers only a post that begins a thread, in the same channel', async () => {
    const { call, ask, channel, channel_id, id } = await botWithPost();
    const answer = await ask('POST', '/posts', { channel_id, root_id: id, message: 'x' });
    expect(refusal(await call('POST', '/posts', { channel_id, root_id: answer.id }))).toEqual([
      400,
      'api.post.create_post.root_id.app_error',
    ]);
    const elsewhere = { channel_id: channel('platform'), root_id: id };
    expect(refusal(await call('POST', '/posts', elsewhere))).toEqual([
      400,
      'api.post.create_post.channel_root_id.app_error',
    ]);
  });
});

describe('a message for one person', () => {
  const body = (channel_id: string) => ({
    user_id: 'sandbox1person1adaada1aada',
    post: { channel_id, message: 'Not now' },
  });

  it('needs a permission that bots rarely have', async () => {
    const { call, channel, sandbox } = await mattermostBot();
    const asked = body(channel('ops-alerts'));
    expect(refusal(await call('POST', '/posts/ephemeral', asked))).toEqual(NO_PERMISSION);
    const concierge = await mattermostBot('concierge', sandbox);
    const told = await concierge.ask('POST', '/posts/ephemeral', asked);
    expect(told).toMatchObject({ type: 'system_ephemeral', message: 'Not now' });
    expect(await sandbox.messages()).toMatchObject([{ onlyFor: '@ada', channel: 'ops-alerts' }]);
    const change = await concierge.call('PUT', `/posts/${told.id}/patch`, { message: 'x' });
    expect(refusal(change)).toEqual(NO_PERMISSION);
  });

  it.each([
    {},
    { user_id: 'sandbox1person1adaada1aada' },
    { user_id: 'sandbox1person1adaada1aada', post: { channel_id: UNKNOWN } },
  ])('is refused where it names only %j', async (asked) => {
    const { call } = await mattermostBot('concierge');
    expect(refusal(await call('POST', '/posts/ephemeral', asked))).toEqual([
      400,
      'api.context.invalid_body_param.app_error',
    ]);
  });
});

describe('a pending_post_id', () => {
  it('is forgotten after 30 seconds', () => {
    let now = 1_772_331_120_000;
    const { judge } = serverAt(() => now, 0);
    const [bot] = mattermost.bots?.('') ?? [];
    const body = { channel_id: bot?.channels[0]?.id, message: 'x', pending_post_id: 'me:1' };
    const post = () => {
      const verdict = judge({
        method: 'POST',
        path: '/api/v4/posts',
        query: new URLSearchParams(),
        headers: { authorization: `Bearer ${bot?.credential.accessToken}` },
        body: Buffer.from(JSON.stringify(body)),
      });
      return (JSON.parse(verdict.answer.body) as { id: string }).id;
    };
    const first = post();
    now += 29_999;
    expect(post()).toBe(first);
    now += 1;
    expect(post()).not.toBe(first);
  });
});
