import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ClassicLevel } from 'classic-level';
import { ilertBody } from './support/bodies';
import { ChatServer, type Respond } from './support/chat-server';
import { exampleFlow, ids } from './support/flows';
import { post } from './support/post';
import { Runtime, type Settings } from './support/runtime';
import { createUserDir } from './support/user-dir';

const opened: { stop?(): Promise<void>; close?(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await (one.stop?.() ?? one.close?.());
});

const start = async (settings: Settings = {}) => {
  const runtime = await Runtime.start(settings);
  opened.push(runtime);
  return runtime;
};
const startChat = async (respond?: Respond) => {
  const chat = await ChatServer.start(respond);
  opened.push(chat);
  return chat;
};

/** The chat is busy until told otherwise. */
const busyChat = async () => {
  const mood = { busy: true };
  const chat = await startChat((_got, response) => {
    response.statusCode = mood.busy ? 503 : 200;
    response.end(mood.busy ? '' : 'ok');
  });
  return { chat, mood };
};

describe.each(['4.1', '5.0'] as const)('an accepted alert on Node-RED %s', (version) => {
  test('outlives a kill, is sent again, and is not sent a third time', async () => {
    const chat = await startChat();
    const unsent = exampleFlow({ webhookUrl: chat.url, nodes: { [ids.slack]: null } });
    const first = await start({ version });
    await first.deploy(unsent);
    const { status, body } = await post(first, ilertBody());
    expect(status).toBe(202);
    await first.kill();

    const { userDir } = first;
    const second = await start({ version, userDir });
    await second.deploy(exampleFlow({ webhookUrl: chat.url }));
    const message = await second.message('sent');
    expect(message).toMatchObject({
      redelivered: true,
      payload: { id: (body.ids as string[])[0] },
    });
    await second.kill();

    const third = await start({ version, userDir });
    await post(third, ilertBody());
    expect(await third.message('sent')).not.toHaveProperty('redelivered');
    expect(chat.got).toHaveLength(2);
  });
});

test('an event the platform sends twice is answered twice and emitted once', async () => {
  const chat = await startChat();
  const runtime = await start();
  await runtime.deploy(exampleFlow({ webhookUrl: chat.url }));
  const body = ilertBody();
  const first = await post(runtime, body);
  await runtime.message('sent');
  const again = await post(runtime, body);
  expect(again).toMatchObject({ status: 202, body: { accepted: 0, ids: first.body.ids } });
  await runtime.status(ids.in, /^repeat/);
  await post(runtime, ilertBody());
  await runtime.message('sent', 2);
  expect(chat.got).toHaveLength(2);
});

test('what a deploy interrupts is sent after it', async () => {
  const { chat, mood } = await busyChat();
  const runtime = await start();
  const flow = exampleFlow({ webhookUrl: chat.url });
  await runtime.deploy(flow);
  await post(runtime, ilertBody());
  await runtime.status(ids.slack, /^retrying in \d+ s$/);
  mood.busy = false;
  await runtime.deploy(flow);
  const sent = await runtime.message('sent');
  expect(sent).toMatchObject({ payload: { type: 'created' }, delivery: { receipt: 'posted' } });
  // It was in the outbox by then, and not in the flow.
  expect(sent).not.toHaveProperty('redelivered');
  expect(runtime.messages('caught')).toEqual([]);
});

test('what a deploy leaves alone is not sent twice', async () => {
  const { chat, mood } = await busyChat();
  const runtime = await start();
  await runtime.deploy(exampleFlow({ webhookUrl: chat.url }));
  await post(runtime, ilertBody());
  await runtime.status(ids.slack, /^retrying/);
  const renamed = { [ids.in]: { name: 'renamed' } };
  // Credentials in a deploy would count as a change of the connection, and so of the sender.
  await runtime.deploy(exampleFlow({ secret: '', nodes: renamed }), 'nodes');
  mood.busy = false;
  expect(await runtime.message('sent')).not.toHaveProperty('redelivered');
  await post(runtime, ilertBody());
  await runtime.message('sent', 2);
  const delivered = runtime.messages('sent').map(({ topic }) => topic);
  expect(new Set(delivered).size).toBe(2);
});

describe('what a chat in trouble could not take', () => {
  const patient = { [ids.slack]: { maxWaitSeconds: 0 } };
  const deferred = async () => {
    const { chat, mood } = await busyChat();
    const runtime = await start();
    await runtime.deploy(exampleFlow({ webhookUrl: chat.url, nodes: patient }));
    await post(runtime, ilertBody());
    expect(await runtime.message('caught')).toMatchObject({
      error: { code: 'http.server_error' },
      delivery: { receipt: 'deferred' },
    });
    return { chat, mood, runtime };
  };

  test('is delivered once it can be, and that is a message of its own', async () => {
    const { mood, runtime } = await deferred();
    mood.busy = false;
    expect(await runtime.message('sent')).toMatchObject({
      payload: { type: 'created' },
      delivery: { receipt: 'posted' },
    });
    expect(runtime.messages('caught')).toHaveLength(1);
  });

  test('is delivered after a restart, or reported again where the chat refuses it', async () => {
    const { mood, runtime } = await deferred();
    await runtime.kill();
    const { userDir } = runtime;
    const second = await start({ userDir });
    expect(await second.message('caught')).toMatchObject({
      payload: { type: 'created' },
      error: { code: 'http.server_error', source: { id: ids.slack } },
      delivery: { receipt: 'deferred' },
    });
    mood.busy = false;
    expect(await second.message('sent')).toMatchObject({ delivery: { receipt: 'posted' } });
    expect(second.messages('caught')).toHaveLength(1);
  });

  test('is not given up in silence when its sender is deleted', async () => {
    const { runtime, chat, mood } = await deferred();
    const flow = (nodes: object) => exampleFlow({ webhookUrl: chat.url, nodes: { ...nodes } });
    await runtime.deploy(flow({ [ids.slack]: null }));
    await runtime.until(
      ({ event, text }) => event === 'log' && /no node sends there/.test(text ?? ''),
    );
    mood.busy = false;
    await runtime.deploy(flow(patient));
    expect(await runtime.message('sent')).toMatchObject({ delivery: { receipt: 'posted' } });
  });
});

test('an alert nobody deals with is sent again six times at most', async () => {
  const runtime = await start();
  const toSink = { [ids.in]: { wires: [['sent']] } };
  const flow = exampleFlow({ nodes: toSink });
  await runtime.deploy(flow);
  await post(runtime, ilertBody());
  for (const nth of [2, 3, 4, 5, 6, 7]) {
    await runtime.deploy(flow);
    expect(await runtime.message('sent', nth)).toMatchObject({ redelivered: true });
  }
  await runtime.deploy(flow);
  await post(runtime, ilertBody());
  expect(await runtime.message('sent', 8)).not.toHaveProperty('redelivered');
});

describe('when the store is locked by another process', () => {
  const lockedRuntime = async (whenStoreUnavailable: string) => {
    const userDir = createUserDir();
    const lock = new ClassicLevel(join(userDir, 'alertwire'));
    await lock.open();
    opened.push({ close: () => lock.close() });
    const chat = await startChat();
    const runtime = await start({ userDir });
    const nodes = { [ids.in]: { whenStoreUnavailable } };
    await runtime.deploy(exampleFlow({ webhookUrl: chat.url, nodes }));
    await runtime.status(ids.in, /^cannot store alerts$/);
    return { runtime, lock };
  };

  test('alerts are refused with 503, and taken again once it is free', async () => {
    const { runtime, lock } = await lockedRuntime('refuse');
    const refused = await post(runtime, ilertBody());
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(refused.body.message).toMatch(/ /);
    expect(runtime.messages('sent')).toEqual([]);
    await lock.close();
    let status = 503;
    while (status === 503) ({ status } = await post(runtime, ilertBody()));
    expect(status).toBe(202);
    await runtime.message('sent');
  });

  test('or kept in memory, where that was chosen', async () => {
    const { runtime } = await lockedRuntime('memory');
    expect((await post(runtime, ilertBody())).status).toBe(202);
    expect((await runtime.message('sent')).delivery).toMatchObject({
      receipt: 'posted',
      reasons: [expect.stringContaining('store: unavailable')],
    });
    await runtime.status(ids.slack, /^cards are not kept · posted/);
    expect(runtime.logs(ids.connection).join('\n')).toMatch(/Cards cannot be kept/);
    expect(runtime.logs(ids.in).join('\n')).toMatch(/kept in memory only/);
  });
});

test('without the store’s binary the package loads, and says what is missing', async () => {
  const userDir = createUserDir();
  await rm(join(userDir, 'node_modules', 'classic-level'));
  const runtime = await start({ userDir });
  await runtime.deploy(exampleFlow());
  await runtime.status(ids.in, /^cannot store alerts$/);
  expect((await post(runtime, ilertBody())).status).toBe(503);
  expect(runtime.logs(ids.in).join('\n')).toMatch(/classic-level/);
});
