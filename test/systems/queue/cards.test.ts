import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../../sandbox/index';
import { finishedExecutions } from '../../hosts/support/executions';
import { Cluster } from './cluster';
import { DataTable } from './data-table';
import { eventsOf, sendAll, titleOf } from './nights';
import { createApiKey, createCredentials, publishWorkflows, SECRET } from './workflows';

const ALERTS = 200;
const EVENTS_EACH = 4;

let sandbox: Sandbox;
let cluster: Cluster;
let table: DataTable;
let address: string;
let workflowId: string;

beforeAll(async () => {
  sandbox = await startSandbox({ rateWindowScale: 0 });
  cluster = await Cluster.start(2);
  const { session, url } = cluster;
  const bot = sandbox.bots.find(
    ({ platform, name }) => platform === 'slack' && name === 'Alertwire',
  );
  const apiKey = await createApiKey(session);
  const credentials = await createCredentials(session, [
    { type: 'alertwireWebhookSecretApi', data: { secret: SECRET } },
    {
      type: 'alertwireSlackBotApi',
      data: { accessToken: bot?.credential.botToken, baseUrl: bot?.baseUrl },
    },
    { type: 'alertwireStoreApi', data: { baseUrl: url, apiKey } },
  ]);
  const workflows = await publishWorkflows(session, credentials, bot?.channels[0]?.id ?? '');
  workflowId = workflows.workflowId;
  address = `${url}${workflows.webhookPath}`;
  table = new DataTable(url, apiKey);
});
afterAll(async () => {
  await cluster?.stop();
  await sandbox?.close();
});

interface Message {
  readonly ref: string;
  readonly text: string;
  readonly replyTo: string | null;
  readonly deleted: boolean;
}

const messages = async (): Promise<readonly Message[]> =>
  (await fetch(`${sandbox.url}/inspect/messages`)).json();
const cardsOf = async (title: string): Promise<readonly Message[]> =>
  (await messages()).filter(({ text, replyTo }) => !replyTo && text.includes(title));

describe('n8n in queue mode, with two workers', () => {
  it('shows 200 alerts with four events each as one card each, and every final state is right', async () => {
    const events = eventsOf('Quiet', ALERTS);
    expect(await sendAll(address, events, 8)).toBe(ALERTS * EVENTS_EACH);
    await finishedExecutions(cluster.session, workflowId, ALERTS * EVENTS_EACH);
    await table.settled();
    const all = await messages();
    for (let index = 0; index < ALERTS; index += 1) {
      const cards = all.filter(
        ({ text, replyTo }) => !replyTo && text.includes(titleOf('Quiet', index)),
      );
      expect([index, cards.length]).toEqual([index, 1]);
      expect([index, cards[0]?.text.includes('✅')]).toEqual([index, true]);
    }
  });

  it('a worker that is killed in the middle takes no card with it whose state had reached the store', async () => {
    const events = eventsOf('Killed', ALERTS);
    const half = events.length / 2;
    const [worker] = cluster.workers;
    const taken = await sendAll(address, events, 8, (count) => {
      if (count === half) void worker?.end('SIGKILL');
    });
    const kept = await table.settled();
    const known = kept.filter(({ title }) => String(title).startsWith('Killed'));
    for (const { title, status } of known) {
      const cards = await cardsOf(String(title));
      const last = cards.at(-1)?.text ?? '';
      expect([title, last.includes('✅')]).toEqual([title, status === 'resolved']);
    }
    const lost = taken - known.reduce((sum, { rev }) => sum + Number(rev), 0);
    process.stdout.write(`n8n itself lost ${lost} of ${taken} runs when a worker was killed\n`);
    expect(known.length).toBeGreaterThan(ALERTS / 2);
  });
});
