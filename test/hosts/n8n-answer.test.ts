import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ilertBody } from '../n8n/support/alerts';
import { flashdutyBody } from '../node-red/support/bodies';
import { ChatServer } from '../node-red/support/chat-server';
import { finishedExecutions, startedByWebhooks } from './support/executions';
import { type N8nApplication, startN8n } from './support/n8n-application';

let n8n: N8nApplication;
let chat: ChatServer;
let workflowId: string;
/** The calls the chat has not answered. */
const held: ServerResponse[] = [];

beforeAll(async () => {
  n8n = await startN8n();
  chat = await ChatServer.start((_got, response) => held.push(response));
  const { session } = n8n;
  const [workflow] = await session.call<{ id: string }[]>('GET', '/workflows');
  workflowId = workflow.id;
  const known = await session.call<{ id: string; name: string; type: string }[]>(
    'GET',
    '/credentials',
  );
  for (const { id, name, type } of known.filter((each) => /SlackBot/.test(each.type)))
    await session.call('PATCH', `/credentials/${id}`, {
      name,
      type,
      data: { accessToken: 'xoxb-of-the-test', baseUrl: chat.url },
    });
});
afterAll(async () => {
  answerAll();
  await n8n?.stop();
  await chat?.close();
});

const post = (body: object) =>
  fetch(n8n.webhookUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-alertwire-secret': n8n.secret },
    body: JSON.stringify(body),
  });

const executions = () => startedByWebhooks(n8n.session, workflowId);

/** As Slack's API answers a message it has taken. */
const answerAll = (): void => {
  for (const response of held.splice(0))
    response.end(JSON.stringify({ ok: true, channel: 'C0OPSALERT', ts: '1700000000.000100' }));
};

describe('the answer of the real n8n', () => {
  it.each([
    ['ilert', ilertBody],
    ['Flashduty', flashdutyBody],
  ])(
    'reaches %s while the chat keeps the message waiting, and the execution is stored',
    async (_name, body) => {
      const before = await executions();
      const calls = chat.got.length;
      expect((await post(body())).status).toBe(200);
      await chat.nth(calls + 1);
      const after = await executions();
      expect(after).toHaveLength(before.length + 1);
      expect(after.filter(({ status }) => status === 'running')).toHaveLength(1);
      answerAll();
      const [execution] = await finishedExecutions(n8n.session, workflowId, after.length);
      expect(execution).toMatchObject({ status: 'success' });
      expect(chat.got).toHaveLength(calls + 1);
    },
  );
});
