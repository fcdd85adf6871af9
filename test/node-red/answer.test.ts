import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { flashdutyBody, ilertBody } from './support/bodies';
import { ChatServer } from './support/chat-server';
import { exampleFlow } from './support/flows';
import { post } from './support/post';
import { Runtime } from './support/runtime';

describe.each(['4.1', '5.0'] as const)('Node-RED %s', (version) => {
  let chat: ChatServer;
  let runtime: Runtime;
  /** The calls the chat has not answered. */
  const held: ServerResponse[] = [];

  beforeAll(async () => {
    chat = await ChatServer.start((_got, response) => held.push(response));
    runtime = await Runtime.start({ version });
    await runtime.deploy(exampleFlow({ webhookUrl: chat.url }));
  });
  afterAll(async () => {
    await runtime.stop();
    await chat.close();
  });

  test.each([
    ['ilert', ilertBody, 202],
    ['Flashduty', flashdutyBody, 200],
  ])('answers %s while the chat keeps the message waiting', async (_name, body, status) => {
    const [calls, sent] = [chat.got.length, runtime.messages('sent').length];
    expect(await post(runtime, body())).toMatchObject({ status, body: { accepted: 1 } });
    await chat.nth(calls + 1);
    // Had the answer waited for the chat, none would ever have come: the chat has not answered yet.
    expect(runtime.messages('sent')).toHaveLength(sent);
    expect(await post(runtime, body())).toMatchObject({ status });
    for (const response of held.splice(0)) response.end('ok');
    expect(await runtime.message('sent', sent + 1)).toMatchObject({
      delivery: { receipt: 'posted' },
    });
    await chat.nth(calls + 2);
    for (const response of held.splice(0)) response.end('ok');
    await runtime.message('sent', sent + 2);
  });
});
