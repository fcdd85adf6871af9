import { describe, expect, it } from '@jest/globals';
import { SocketModeClient } from '@slack/socket-mode';
import { LogLevel } from '@slack/web-api';
import { WebSocket } from 'ws';
import { closeAfterTest } from './running';
import { actions, button, type SlackApp, slackApp } from './slack-app';

// biome-ignore lint/suspicious/noExplicitAny: what the client hands over is what is tested
type Given = any;

/** Slack's own client of Socket Mode, connected to the sandbox. */
async function connected(app: SlackApp) {
  const client = new SocketModeClient({
    appToken: String(app.bot.inbound?.appToken),
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: `${app.bot.baseUrl}/` },
  });
  await client.start();
  return client;
}

/** Does something with so many connected clients, and lets them go before the sandbox closes. */
async function withClients(
  app: SlackApp,
  count: number,
  use: (...clients: SocketModeClient[]) => Promise<void>,
) {
  const clients: SocketModeClient[] = [];
  for (let number = 0; number < count; number += 1) clients.push(await connected(app));
  try {
    await use(...clients);
  } finally {
    await Promise.all(clients.map((client) => client.disconnect()));
  }
}

const once = (client: SocketModeClient, event: string) =>
  new Promise<Given>((resolve) => client.once(event, resolve));

const connections = async ({ sandbox }: SlackApp) => {
  const reply = await fetch(`${sandbox.url}/inspect/chats/slack/sockets`);
  return ((await reply.json()) as { connections: number }[])[0]?.connections;
};

/** A connection without a client that answers for it. */
async function bare(app: SlackApp, token = app.bot.inbound?.appToken) {
  const headers = { authorization: `Bearer ${token}` };
  const reply = await fetch(`${app.bot.baseUrl}/apps.connections.open`, {
    method: 'POST',
    headers,
  });
  const { url, error } = (await reply.json()) as { url: string; error?: string };
  if (error) return { error };
  const socket = new WebSocket(url);
  closeAfterTest({ close: async () => socket.terminate() });
  const heard: Given[] = [];
  const waiting: ((message: Given) => void)[] = [];
  socket.on('message', (data) => {
    const message = JSON.parse(String(data));
    const next = waiting.shift();
    if (next) next(message);
    else heard.push(message);
  });
  const hear = () =>
    heard.length > 0 ? heard.shift() : new Promise<Given>((resolve) => waiting.push(resolve));
  return { url, socket, hear };
}

describe('Socket Mode, with Slack’s own client', () => {
  it('brings presses, commands and mentions instead of the addresses', async () => {
    const app = await slackApp();
    await withClients(app, 1, async (client) => {
      expect(await connections(app)).toBe(1);
      client.on('interactive', ({ ack }) => ack());
      client.on('slash_commands', ({ ack }) => ack({ text: 'Nothing is open.' }));
      client.on('app_mention', ({ ack }) => ack());
      const ts = await app.post({ text: 'Down', blocks: [actions(button('accept'))] });
      const [pressed] = await Promise.all([once(client, 'interactive'), app.press(ts, 'accept')]);
      expect(pressed.body).toMatchObject({
        type: 'block_actions',
        actions: [{ value: 'accept 7' }],
      });
      const [asked, reaction] = await Promise.all([
        once(client, 'slash_commands'),
        app.say('/alertwire list'),
      ]);
      expect(asked.body).toMatchObject({ command: '/alertwire', text: 'list' });
      expect(reaction).toEqual({ ok: true });
      const [said] = await Promise.all([once(client, 'app_mention'), app.say('@Alertwire list')]);
      expect(said).toMatchObject({ event: { text: '<@U0ALERTWIR> list' }, retry_num: 0 });
      expect(app.heard).toEqual([]);
      expect((await app.sandbox.messages())[1]).toMatchObject({
        text: 'Nothing is open.',
        onlyFor: '@priya.raman',
      });
      expect(await app.callbacks()).toMatchObject([
        { kind: 'block_actions', status: 200, url: expect.stringMatching(/^ws:/) },
        { kind: 'slash_command', status: 200 },
        { kind: 'app_mention', status: 200 },
      ]);
    });
  });

  it('takes errors of a modal in an acknowledgement', async () => {
    const app = await slackApp();
    await withClients(app, 1, async (client) => {
      const errors = { note: 'Say more.' };
      client.on('interactive', async ({ ack, body }) => {
        if (body.type === 'view_submission') return ack({ response_action: 'errors', errors });
        const element = { type: 'plain_text_input', action_id: 'text' };
        const title = { type: 'plain_text', text: 'Note' };
        const blocks = [{ type: 'input', block_id: 'note', label: title, element }];
        const view = { type: 'modal', title, submit: title, blocks };
        await app.bot.call('views.open', { trigger_id: body.trigger_id, view });
        return ack();
      });
      const ts = await app.post({ text: 'Down', blocks: [actions(button('note'))] });
      const { dialog } = await app.press(ts, 'note');
      expect(await app.submit(String(dialog?.id), { note: 'x' })).toMatchObject({
        dialog: { errors },
      });
    });
  });

  it('is renewed when Slack asks for it', async () => {
    const app = await slackApp();
    await withClients(app, 1, async (client) => {
      const again = once(client, 'connected');
      const reply = await app.sandbox.post('/inspect/chats/slack/sockets/refresh');
      expect(JSON.parse(reply.text)).toEqual({ told: 1 });
      await again;
      expect(await connections(app)).toBe(1);
    });
  });

  it('is shared by several connections', async () => {
    const app = await slackApp();
    await withClients(app, 2, async (...clients) => {
      const heard = [0, 0];
      clients.forEach((client, index) => {
        client.on('slash_commands', ({ ack }) => {
          heard[index] = (heard[index] ?? 0) + 1;
          ack();
        });
      });
      for (let time = 0; time < 4; time += 1) await app.say('/alertwire list');
      expect(heard).toEqual([2, 2]);
    });
  });
});

describe('a connection of Socket Mode', () => {
  it('says hello, and who is connected', async () => {
    const app = await slackApp();
    const { hear } = await bare(app);
    expect(await hear?.()).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: 'A0ALERTWIR' },
    });
  });

  it('counts as no answer when it breaks before it acknowledges', async () => {
    const app = await slackApp();
    const { hear, socket } = await bare(app);
    await hear?.();
    const said = app.say('/alertwire list');
    const envelope = await hear?.();
    expect(envelope).toMatchObject({ type: 'slash_commands', accepts_response_payload: true });
    socket?.close();
    expect((await said).problem).toMatch(/dispatch_failed/);
  });

  it('tells an event again that nobody acknowledges in time', async () => {
    const app = await slackApp();
    const { hear, socket } = await bare(app);
    await hear?.();
    const said = app.say('@Alertwire list');
    const first = await hear?.();
    expect(first).toMatchObject({ type: 'events_api', retry_attempt: 0, retry_reason: '' });
    const second = await hear?.();
    expect(second).toMatchObject({ retry_attempt: 1, payload: first.payload });
    expect(second.envelope_id).not.toBe(first.envelope_id);
    socket?.send(JSON.stringify({ envelope_id: second.envelope_id }));
    expect(await said).toEqual({ ok: true });
  });

  it('is one of ten at most', async () => {
    const app = await slackApp();
    for (let count = 1; count <= 10; count += 1) {
      const { hear } = await bare(app);
      expect(await hear?.()).toMatchObject({ num_connections: count });
    }
    const { hear } = await bare(app);
    expect(await hear?.()).toMatchObject({ type: 'disconnect', reason: 'too_many_websockets' });
  });

  it('needs the token of the app, and an address that was not used before', async () => {
    const app = await slackApp();
    expect(await bare(app, app.bot.credential.botToken)).toEqual({
      error: 'not_allowed_token_type',
    });
    expect(await bare(app, 'xapp-1-nobody')).toEqual({ error: 'invalid_auth' });
    const headers = { authorization: `Bearer ${app.bot.inbound?.appToken}` };
    const reply = await fetch(`${app.bot.baseUrl}/auth.test`, { method: 'POST', headers });
    expect(await reply.json()).toMatchObject({ error: 'not_allowed_token_type' });
    const { url, hear } = await bare(app);
    await hear?.();
    const again = new WebSocket(String(url));
    const status = await new Promise((resolve) =>
      again.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode)),
    );
    expect(status).toBe(403);
    const seen = JSON.stringify(await app.sandbox.requests());
    expect(seen).not.toContain(new URL(String(url)).searchParams.get('ticket'));
  });
});
