import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ilertBody } from '../n8n/support/alerts';
import { type SlackView, slackAt } from '../n8n/support/slack';
import { allMessages, cardsOf, FOUR_CHATS, isResolved, placesOf } from './support/cards';
import { finishedExecutions } from './support/executions';
import { type N8nApplication, startN8n } from './support/n8n-application';
import { root } from './support/served';
import { inTerminal, withoutSecret } from './support/terminal';

const packaged: { n8n: { nodes: string[] } } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
);
/** `dist/nodes/SlackAlert/SlackAlert.node.js` → `n8n-nodes-alertwire.slackAlert` */
const nodeName = (file: string) =>
  `n8n-nodes-alertwire.${basename(file, '.node.js').replace(/^./, (first) => first.toLowerCase())}`;

let n8n: N8nApplication;
let slack: SlackView;
let workflowId: string;

beforeAll(async () => {
  n8n = await startN8n({ N8N_PAYLOAD_SIZE_MAX: '2' });
  slack = await slackAt(n8n.sandboxUrl);
  const [workflow] = await n8n.session.call<{ id: string }[]>('GET', '/workflows');
  workflowId = workflow.id;
});
afterAll(() => n8n?.stop());
beforeEach(() => slack.reset());

const messages = () => allMessages(n8n.sandboxUrl);

const post = (
  body: string,
  headers: Record<string, string> = { 'x-alertwire-secret': n8n.secret },
) =>
  fetch(n8n.webhookUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

/** Posts, and waits until n8n has finished what the webhook started. */
const postAndFinish = async (body: object) => {
  const before = await finishedExecutions(n8n.session, workflowId, 0);
  const answer = await post(JSON.stringify(body));
  const executions = await finishedExecutions(n8n.session, workflowId, before.length + 1);
  return { answer, execution: executions[0] };
};

describe('the real n8n', () => {
  it('lists our nodes', async () => {
    const answer = await fetch(`${n8n.url}/types/nodes.json`, {
      headers: { cookie: n8n.session.cookie },
    });
    const types = (await answer.json()) as { name: string }[];
    const ours = types
      .map(({ name }) => name)
      .filter((name) => name.startsWith('n8n-nodes-alertwire.'));
    const listed = packaged.n8n.nodes.map(nodeName);
    const tools = listed.filter((name) => !name.endsWith('Trigger')).map((name) => `${name}Tool`);
    expect(ours.sort()).toEqual([...listed, ...tools].sort());
  });

  it('brings an alert from the production webhook to the channel', async () => {
    const { answer, execution } = await postAndFinish(ilertBody());
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ accepted: 1 });
    expect(execution).toMatchObject({ status: 'success' });
    const posted = await slack.messages();
    expect(posted).toMatchObject([{ channel: '#ops-alerts' }]);
    expect(posted[0]?.text).toContain('Checkout latency above 2 s');
  });

  it('routes it to all four chats', async () => {
    await postAndFinish(ilertBody({ id: 4712, eventId: 'to all' }));
    expect(placesOf(await messages())).toEqual(FOUR_CHATS);
  });

  it('brings it to the fallback when a chat refuses', async () => {
    await slack.fail({
      kind: 'status',
      status: 200,
      body: JSON.stringify({ ok: false, error: 'is_archived' }),
      channel: '#ops-alerts',
    });
    const { execution } = await postAndFinish(ilertBody({ id: 4713, eventId: 'another' }));
    expect(execution).toMatchObject({ status: 'success' });
    expect(await slack.messages()).toEqual([]);
    const [fallback] = (await messages()).filter(({ channel }) => channel === 'town-square');
    expect(fallback?.text).toContain('Checkout latency above 2 s');
  });

  it.each([
    ['a wrong secret', 401, JSON.stringify(ilertBody()), { 'x-alertwire-secret': 'wrong' }],
    ['no secret', 401, JSON.stringify(ilertBody()), {}],
    ['broken JSON', 400, '{"id":', undefined],
    [
      "a body above the core's limit",
      413,
      JSON.stringify({ text: 'x'.repeat(1_100_000) }),
      undefined,
    ],
    ["a body above n8n's limit", 413, JSON.stringify({ text: 'x'.repeat(2_500_000) }), undefined],
  ])(
    'answers %s with %d and a sentence, and runs nothing',
    async (_what, status, body, headers) => {
      const before = await finishedExecutions(n8n.session, workflowId, 0);
      const answer = await post(body, headers);
      expect(answer.status).toBe(status);
      expect(await answer.json()).toEqual({ message: expect.stringMatching(/\w+ \w+/) });
      expect(await finishedExecutions(n8n.session, workflowId, 0)).toHaveLength(before.length);
    },
  );

  it('plays a bad night through the workflow: one card in each chat, which changes until it is resolved', async () => {
    const before = await finishedExecutions(n8n.session, workflowId, 0);
    const night = await fetch(`${n8n.sandboxUrl}/ilert/play`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ speed: 1000, wait: true }),
    });
    expect(await night.json()).toMatchObject({ state: 'done' });
    await finishedExecutions(n8n.session, workflowId, before.length + 6);
    const cards = cardsOf(await messages());
    expect(placesOf(cards)).toEqual(FOUR_CHATS);
    expect(cards.filter((card) => !isResolved(card))).toEqual([]);
  });

  it('shows a card for the line the start command prints, and 401 without its secret', async () => {
    expect(JSON.parse(await inTerminal(n8n.tryLine))).toMatchObject({ accepted: 1 });
    expect(await inTerminal(withoutSecret(n8n.tryLine))).toBe('401');
  });

  it('writes no secret to its log', () => {
    const log = readFileSync(join(n8n.home, 'n8n', 'n8n.log'), 'utf8');
    expect(log).toContain('401');
    expect(log).not.toContain(n8n.secret);
    expect(log).not.toContain('sandboxAlertwire');
    expect(log).not.toContain(readFileSync(join(n8n.home, 'n8n', 'n8n-api-key'), 'utf8').trim());
  });
});
