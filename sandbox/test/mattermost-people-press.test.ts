import { describe, expect, it } from '@jest/globals';
import { mattermostBot } from './mattermost-bot';
import { ADA, BOB, buttonsTo, chatWithPost, INTEGRATION_ERROR, runChat } from './mattermost-people';
import { postJson } from './running';

const INVALID_ACTION = { ok: false, problem: 'Invalid action id.' };
const FORBIDDEN = { ok: false, problem: 'You do not have the appropriate permissions.' };

describe('a press of a button', () => {
  it('is told to its address as the server writes it', async () => {
    const { app, press, id, message, channel } = await chatWithPost();
    expect(await press({ message, control: 'accept' })).toEqual({ ok: true });
    const [asked] = app.asked;
    expect(asked).toMatchObject({ method: 'POST', path: '/press?key=s3cret' });
    expect(asked?.headers).toMatchObject({
      'content-type': 'application/json',
      accept: 'application/json',
    });
    expect(JSON.parse(asked?.body ?? '')).toEqual({
      user_id: ADA,
      user_name: 'ada',
      channel_id: channel('ops-alerts'),
      channel_name: 'ops-alerts',
      team_id: 'sandbox1team1sandbox1team1',
      team_domain: 'sandbox',
      post_id: id,
      trigger_id: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/),
      type: 'button',
      data_source: '',
      context: { sig: 's1gned', alert: '7' },
    });
  });

  it('keeps what works as a password out of sight', async () => {
    const { app, press, message, call, id, sandbox, callbacks } = await chatWithPost();
    const attachments = buttonsTo(app, { id: 'resolve' });
    app.answers({ body: { update: { message: 'Accepted', props: { attachments } } } });
    await press({ message, control: 'accept' });
    const { trigger_id } = JSON.parse(app.asked[0]?.body ?? '');
    const [callback] = await callbacks();
    expect(callback).toMatchObject({
      platform: 'mattermost',
      kind: 'post_action',
      by: ADA,
      url: app.url,
      status: 200,
    });
    expect(callback?.body).toContain('"context":{"sig":"…","alert":"…"}');
    const seen = JSON.stringify([
      callback,
      await sandbox.messages(),
      await sandbox.requests(),
      (await call('GET', `/posts/${id}`)).text,
    ]);
    expect(seen).toContain('Accepted');
    for (const secret of ['s1gned', 's3cret', trigger_id]) expect(seen).not.toContain(secret);
  });

  it('brings along what was picked from a menu', async () => {
    const options = [{ text: 'Ada', value: 'a1' }];
    const { app, press, message } = await chatWithPost({
      actions: [
        { id: 'who', type: 'select', options },
        { id: 'user', type: 'select', data_source: 'users' },
      ],
    });
    await press({ message, control: 'who', value: 'a1' });
    await press({ message, control: 'user', value: ADA });
    expect(app.asked.map(({ body }) => JSON.parse(body))).toMatchObject([
      { type: 'select', data_source: '', context: { selected_option: 'a1', alert: '7' } },
      { type: 'select', data_source: 'users', context: { selected_option: ADA } },
    ]);
  });

  it('below the message of a webhook is as good', async () => {
    const { app, press, sandbox, call } = await runChat();
    const url = sandbox.hook('ops-alerts', 'mattermost');
    await postJson(url, { text: 'Down', username: 'Pager', attachments: buttonsTo(app) });
    const [message] = await sandbox.messages();
    expect(JSON.stringify([message, await sandbox.requests()])).not.toContain('s3cret');
    app.answers({ body: { update: { message: 'Accepted', props: { override_username: 'x' } } } });
    expect(await press({ message: message?.id, control: 'accept' })).toEqual({ ok: true });
    expect(await sandbox.messages()).toMatchObject([
      { id: message?.id, text: 'Accepted', history: [{}, { event: 'updated' }] },
    ]);
    expect(JSON.parse((await call('GET', `/posts/${message?.ref}`)).text)).toMatchObject({
      message: 'Accepted',
      props: { from_webhook: 'true', override_username: 'Pager' },
    });
    expect(await press({ message: message?.ref, control: 'accept' })).toEqual(INVALID_ACTION);
  });

  it('in a channel for two knows no team', async () => {
    const { app, ask, press } = await runChat();
    const { id: me } = await ask('GET', '/users/me');
    const direct = await ask('POST', '/channels/direct', [me, ADA]);
    const props = { attachments: buttonsTo(app) };
    const { id } = await ask('POST', '/posts', { channel_id: direct.id, message: 'x', props });
    await press({ message: id, control: 'accept' });
    expect(JSON.parse(app.asked[0]?.body ?? '')).toMatchObject({
      team_id: '',
      team_domain: '',
      channel_name: direct.name,
    });
    expect(await press({ message: id, control: 'accept', by: BOB })).toEqual(FORBIDDEN);
  });
});

describe('a press is refused', () => {
  it.each([
    ['with no such id', { control: 'other' }, INVALID_ACTION],
    [
      'with an id older servers have no route for',
      { control: 'not-me' },
      { ok: false, problem: 'Sorry, we could not find the page.' },
    ],
    ['where it is disabled', { control: 'off' }, { ok: false, problem: 'The button is disabled.' }],
    ['below no such post', { message: 'nobodyknowsthisidnobodykno' }, FORBIDDEN],
  ])('%s', async (_, what, expected) => {
    const { app, press, message } = await chatWithPost({
      actions: [{ id: 'accept' }, { id: 'not-me' }, { id: 'off', disabled: true }],
    });
    expect(await press({ message, control: 'accept', ...what })).toEqual(expected);
    expect(app.asked).toEqual([]);
  });

  it('to those who are not in the channel', async () => {
    const { app, press, message } = await chatWithPost({ channel: 'night-shift' });
    expect(await press({ message, control: 'accept', by: BOB })).toEqual(FORBIDDEN);
    expect(await press({ message, control: 'accept' })).toEqual({ ok: true });
    expect(app.asked).toHaveLength(1);
  });

  it('once the post was deleted', async () => {
    const { call, id, press, message } = await chatWithPost();
    await call('DELETE', `/posts/${id}`);
    const problem = 'Unable to get the post.';
    expect(await press({ message, control: 'accept' })).toEqual({ ok: false, problem });
  });

  it('to nobody the chat knows', async () => {
    const { act, message } = await chatWithPost();
    const press = { channel: 'ops-alerts', message, control: 'accept', by: 'nobody' };
    expect(await act('press', press)).toMatchObject({ status: 404 });
  });
});

describe('a button of a message for one person', () => {
  it('is theirs alone, and its message cannot be changed', async () => {
    const { app, press, sandbox, channel } = await runChat();
    const concierge = await mattermostBot('concierge', sandbox);
    const props = { attachments: buttonsTo(app) };
    const post = { channel_id: channel('ops-alerts'), message: 'Yours?', props };
    const { id } = await concierge.ask('POST', '/posts/ephemeral', { user_id: ADA, post });
    const gone = { ok: false, problem: 'Unable to get the post.' };
    expect(await press({ message: id, control: 'accept', by: BOB })).toEqual(gone);
    app.answers({ body: { ephemeral_text: 'Yours.' } });
    expect(await press({ message: id, control: 'accept' })).toEqual({ ok: true });
    app.answers({ body: { update: { message: 'Yours.' } } });
    expect(await press({ message: id, control: 'accept' })).toEqual(gone);
    expect((await sandbox.messages()).map(({ text }) => text)).toEqual(['Yours?', 'Yours.']);
  });
});

describe('AllowedUntrustedInternalConnections', () => {
  it.each([
    ['', false],
    ['localhost', false],
    ['10.0.0.0/8 192.168.0.1', false],
    ['127.0.0.1', true],
    ['n8n.internal 127.0.0.0/8', true],
  ])('%j lets the server call 127.0.0.1: %s', async (allowedUntrustedInternalConnections, ok) => {
    const { act, app, press, message, callbacks } = await chatWithPost();
    await act('settings', { allowedUntrustedInternalConnections });
    const expected = ok ? { ok: true } : INTEGRATION_ERROR;
    expect(await press({ message, control: 'accept' })).toEqual(expected);
    expect(app.asked).toHaveLength(ok ? 1 : 0);
    const [{ status, reason } = {}] = await callbacks();
    if (!ok) expect([status, reason?.split(',')[0]]).toEqual([null, 'address forbidden']);
  });

  it.each(['https://n8n.example/x', 'http://10.0.0.7/x', '/plugins/x', 'http://['])(
    'lets nothing leave this machine: %s',
    async (url) => {
      const { press, message, callbacks } = await chatWithPost({
        actions: [{ id: 'accept', integration: { url } }],
      });
      expect(await press({ message, control: 'accept' })).toEqual(INTEGRATION_ERROR);
      expect(await callbacks()).toMatchObject([{ status: null, answer: null }]);
    },
  );
});
