import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import type { SandboxOptions } from '../start';
import { refusal } from './dingtalk-app';
import { type Chat, chatWithApp } from './dingtalk-people';
import { closeAfterTest, send } from './running';

const OPEN = '/v1.0/gateway/connections/open';
const ROBOT = '/v1.0/im/bot/messages/get';
const JSON_ONLY = { accept: 'application/json', 'content-type': 'application/json' };

const asked = ({ credential }: Chat, more: object = {}) => ({
  clientId: credential.clientId,
  clientSecret: credential.clientSecret,
  ua: 'test/1.0',
  subscriptions: [
    { type: 'EVENT', topic: '*' },
    { type: 'CALLBACK', topic: ROBOT },
  ],
  ...more,
});

const ask = (chat: Chat, more: object = {}, headers: Record<string, string> = JSON_ONLY) =>
  send(`${chat.sandbox.url}/dingtalk${OPEN}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(asked(chat, more)),
  });

const ticketFor = async (chat: Chat, more: object = {}) => {
  const { endpoint, ticket } = JSON.parse((await ask(chat, more)).text);
  return `${endpoint}?ticket=${ticket}`;
};

/** The status a socket is turned away with; 101 when it is open. */
async function statusOf(url: string, headers: Record<string, string> = {}): Promise<number> {
  const socket = new WebSocket(url, { headers });
  closeAfterTest({ close: async () => socket.terminate() });
  return new Promise((resolve) => {
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode));
    socket.on('error', () => {});
  });
}

describe('a ticket', () => {
  it('is given for a stream, and shown to nobody', async () => {
    const chat = await chatWithApp();
    const reply = await ask(chat);
    const { endpoint, ticket } = JSON.parse(reply.text);
    expect([reply.status, endpoint]).toEqual([
      200,
      `${chat.sandbox.url.replace('http', 'ws')}/dingtalk/connect`,
    ]);
    expect(ticket).toMatch(/^[0-9a-f-]{36}$/);
    const seen = JSON.stringify(await chat.sandbox.requests());
    for (const secret of [ticket, chat.credential.clientSecret]) expect(seen).not.toContain(secret);
  });

  it.each([
    [{ clientId: 'dingnobody' }, [401, 'authFailed']],
    [{ clientSecret: 'wrong' }, [401, 'authFailed']],
    [{ clientSecret: undefined }, [401, 'authFailed']],
    [{ subscriptions: undefined }, [400, 'invalidParameter.subscriptions']],
    [{ subscriptions: [] }, [400, 'invalidParameter.subscriptions']],
    [{ subscriptions: [{ type: 'OTHER', topic: '*' }] }, [400, 'invalidParameter.subscriptions']],
    [{ subscriptions: [{ type: 'EVENT' }] }, [400, 'invalidParameter.subscriptions']],
  ])('is not given for %j', async (more, expected) => {
    const chat = await chatWithApp();
    expect(refusal(await ask(chat, more))).toEqual(expected);
  });

  it('comes as XML to who does not ask for JSON', async () => {
    const chat = await chatWithApp();
    const { headers, text } = await ask(chat, {}, { 'content-type': 'application/json' });
    expect(headers.get('content-type')).toMatch('xml');
    expect(text).toContain('<ticket>');
  });

  it('opens one stream', async () => {
    const chat = await chatWithApp();
    const url = await ticketFor(chat);
    expect(await statusOf(url)).toBe(101);
    expect(await statusOf(url)).toBe(401);
  });

  it('is good for ninety seconds', async () => {
    let now = Date.now();
    const chat = await chatWithApp('', { now: () => now });
    const [soon, late] = [await ticketFor(chat), await ticketFor(chat)];
    now += 89_999;
    expect(await statusOf(soon)).toBe(101);
    now += 1;
    expect(await statusOf(late)).toBe(401);
  });
});

describe('a socket', () => {
  it.each([
    ['/dingtalk/connect', {}, 401],
    ['/dingtalk/connect?ticket=no', {}, 401],
    ['/dingtalk/elsewhere', {}, 404],
    ['/dingtalk/connect', { host: 'evil.example' }, 421],
  ])('at %s with %j is turned away', async (path, headers, status) => {
    const { sandbox } = await chatWithApp();
    expect(await statusOf(sandbox.url.replace('http', 'ws') + path, headers)).toBe(status);
  });

  it('ends with the sandbox', async () => {
    const chat = await chatWithApp();
    const socket = new WebSocket(await ticketFor(chat));
    await once(socket, 'open');
    const ended = once(socket, 'close');
    await chat.sandbox.close();
    await ended;
  });
});

describe('the streams of an app', () => {
  /** A client that acks whatever comes, and remembers how often. */
  async function client(chat: Chat, more: object = {}) {
    const socket = new WebSocket(await ticketFor(chat, more));
    closeAfterTest({ close: async () => socket.terminate() });
    const frames: Record<string, Record<string, string>>[] = [];
    socket.on('message', (data) => {
      const frame = JSON.parse(String(data));
      frames.push(frame);
      const headers = { messageId: frame.headers.messageId, contentType: 'application/json' };
      socket.send(JSON.stringify({ code: 200, message: 'OK', headers, data: frame.data }));
    });
    await once(socket, 'open');
    return { socket, frames };
  }

  const withTwo = async (options: SandboxOptions = {}) => {
    const chat = await chatWithApp('', options);
    return { chat, one: await client(chat), other: await client(chat) };
  };

  it('share what comes', async () => {
    const { chat, one, other } = await withTwo();
    for (const line of ['a', 'b', 'c', 'd']) await chat.say(`@Alertwire ${line}`);
    expect([one.frames.length, other.frames.length]).toEqual([2, 2]);
  });

  it('are told before they end', async () => {
    const { chat, one } = await withTwo();
    const told = once(one.socket, 'message');
    await chat.control('/streams/disconnect');
    await told;
    expect(one.frames).toMatchObject([{ type: 'SYSTEM', headers: { topic: 'disconnect' } }]);
  });

  it('are of the app whose ticket it was', async () => {
    const chat = await chatWithApp();
    const announcer = chat.sandbox.bots.find(
      ({ platform, name }) => platform === 'dingtalk' && name === 'Announcer',
    );
    const { clientId, clientSecret } = announcer?.credential ?? {};
    const { frames } = await client(chat, { clientId, clientSecret });
    expect(await chat.say('@Alertwire help')).toMatchObject({ ok: false });
    expect(await chat.say('@Announcer help')).toMatchObject({ ok: true });
    expect(frames).toHaveLength(1);
  });

  it('survive what is no ack', async () => {
    const { chat, one, other } = await withTwo();
    other.socket.terminate();
    for (const noise of ['', 'no JSON', '{}', '[]', '{"code":200,"headers":{"messageId":"x"}}']) {
      one.socket.send(noise);
    }
    expect(await chat.say('@Alertwire help')).toMatchObject({ ok: true });
  });

  it('are ended for apps that exist', async () => {
    const chat = await chatWithApp();
    expect(await chat.control('/streams/disconnect', { app: 'Nobody' })).toMatchObject({
      code: 'unknown_app',
    });
  });
});
