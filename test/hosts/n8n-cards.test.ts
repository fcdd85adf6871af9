import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Bot, Message } from '../../sandbox/index';
import { ilertBody } from '../n8n/support/alerts';
import { createApiKey } from './support/api-key';
import type { Execution } from './support/executions';
import { type N8nApplication, startN8n } from './support/n8n-application';
import { type Installed, installExample } from './support/n8n-workflow';

let n8n: N8nApplication;
let apiKey: string;
let installed: Installed;

const CHANNEL = '#ops-alerts';
beforeAll(async () => {
  n8n = await startN8n();
  apiKey = await createApiKey(n8n.session, 'store');
  const bots: Bot[] = await (await fetch(`${n8n.sandboxUrl}/inspect/bots`)).json();
  const bot = bots.find(({ platform, name }) => platform === 'slack' && name === 'Alertwire');
  const channel = bot?.channels.find(({ name }) => name === CHANNEL)?.id;
  const channelId = { __rl: true, mode: 'id', value: channel };
  installed = await installExample(
    n8n.session,
    'living-card-in-slack.json',
    {
      alertwireWebhookSecretApi: { secret: n8n.secret },
      alertwireSlackBotApi: { accessToken: bot?.credential.botToken, baseUrl: bot?.baseUrl },
      alertwireStoreApi: { baseUrl: n8n.url, apiKey },
    },
    ({ name }) => (/Slack|Remind|Pending/.test(name) ? { channelId } : {}),
  );
  // Its address is there a moment after n8n says so
  await until(async () => (await send({}, 'wrong')).status !== 404 || undefined);
});
afterAll(() => n8n?.stop());

const send = (body: object, secret = n8n.secret) =>
  fetch(`${n8n.url}/webhook/${installed.webhookId}/alertwire`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-alertwire-secret': secret },
    body: JSON.stringify(body),
  });

/** Those that webhooks started and that have ended, newest first. */
const executions = async (): Promise<Execution[]> => {
  const filter = encodeURIComponent(JSON.stringify({ workflowId: installed.workflowId }));
  const path = `/executions?filter=${filter}&limit=100`;
  const { results } = await n8n.session.call<{ results: (Execution & { mode: string })[] }>(
    'GET',
    path,
  );
  return results.filter(
    ({ mode, status }) => mode === 'webhook' && !['new', 'running', 'waiting'].includes(status),
  );
};

/** Sends all at once, and waits until n8n has finished what they started. */
const sendAll = async (...bodies: object[]): Promise<Execution[]> => {
  const before = (await executions()).length;
  const answers = await Promise.all(bodies.map((one) => send(one)));
  expect(answers.map(({ status }) => status)).toEqual(bodies.map(() => 200));
  const done = await until(async () => {
    const all = await executions();
    return all.length >= before + bodies.length ? all : undefined;
  });
  return done.slice(0, bodies.length);
};

const messages = async (): Promise<Message[]> =>
  (await fetch(`${n8n.sandboxUrl}/inspect/messages?platform=slack`)).json();

const cardsOf = (all: readonly Message[]) => all.filter(({ replyTo }) => replyTo === null);

const body = (eventType: string, minute: number, changes: object = {}) =>
  ilertBody({
    eventType,
    eventId: `${eventType} ${minute}`,
    timestamp: new Date(Date.now() + minute * 60_000).toISOString(),
    reportTime: new Date().toISOString(),
    ...changes,
  });

describe('living cards on the real n8n', () => {
  it('are one for each alert, also where two executions meet', async () => {
    for (let id = 1; id <= 5; id += 1) {
      const ended = await sendAll(
        body('alert-created', 0, { id }),
        body('alert-escalation-ended', 1, { id }),
      );
      expect(ended.map(({ status }) => status)).toEqual(['success', 'success']);
      expect(cardsOf(await messages())).toHaveLength(id);
    }
  });

  it('change when somebody accepts', async () => {
    await sendAll(body('alert-acknowledged', 2, { id: 1, status: 'ACCEPTED' }));
    const cards = cardsOf(await messages());
    expect(cards).toHaveLength(5);
    expect(cards.flatMap(({ history }) => history.map(({ event }) => event))).toContain('updated');
    const { data } = await n8n.session.call<{ data: { name: string }[] }>(
      'GET',
      '/data-tables-global',
    );
    expect(data.map(({ name }) => name)).toEqual(['Alertwire']);
  });

  it('are reminded of by the watch within a minute, below the card', async () => {
    await sendAll(body('alert-created', -60, { id: 9, reportTime: ago(60) }));
    const reminded = await until(async () =>
      (await messages()).find(({ replyTo, text }) => replyTo !== null && /accept/i.test(text)),
    );
    const card = cardsOf(await messages()).at(-1);
    expect(reminded.replyTo).toBe(card?.ref);
  });

  it('arrive also where the store does not take the key', async () => {
    const id = installed.credentialIds.get('alertwireStoreApi');
    const save = (key: string) =>
      n8n.session.call('PATCH', `/credentials/${id}`, {
        name: 'Alertwire Store of the test',
        type: 'alertwireStoreApi',
        data: { baseUrl: n8n.url, apiKey: key },
      });
    await save('wrong');
    const before = cardsOf(await messages()).length;
    const [execution] = await sendAll(body('alert-created', 3, { id: 77 }));
    expect(cardsOf(await messages())).toHaveLength(before + 1);
    expect(execution).toBeDefined();
    await save(apiKey);
  });
});

const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

async function until<Result>(look: () => Promise<Result | undefined>): Promise<Result> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
