import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../../sandbox/index';
import { createApiKey } from '../../hosts/support/api-key';
import { Cluster } from './cluster';
import { DataTable } from './data-table';
import { running, underWay } from './executions';
import { eventsOf, sendAll, titleOf } from './nights';
import { createCredentials, publishWorkflows, SECRET } from './workflows';

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
  const apiKey = await createApiKey(session, 'Alertwire');
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
const finalOf = (title: string, all: readonly Message[]): readonly Message[] =>
  all.filter(({ text, replyTo }) => !replyTo && text.includes(title));

describe('n8n in queue mode, with two workers', () => {
  it('shows 200 alerts with four events each as one card each, and every final state is right', async () => {
    const events = eventsOf('Quiet', 200);
    expect(await sendAll(address, events, 16)).toBe(events.length);
    await underWay(cluster.session, workflowId, []);
    const kept = (await table.settled()).filter(({ title }) => title.startsWith('Quiet'));
    expect(kept.reduce((sum, { rev }) => sum + rev, 0)).toBe(events.length);
    const all = await messages();
    for (let index = 0; index < 200; index += 1) {
      const cards = finalOf(titleOf('Quiet', index), all);
      expect([index, cards.length]).toEqual([index, 1]);
      expect([index, cards[0]?.text.includes('✅')]).toEqual([index, true]);
    }
  });

  it('loses with a killed worker no card whose state had reached the store', async () => {
    const events = eventsOf('Killed', 50);
    const [worker] = cluster.workers;
    let killed: Promise<readonly string[]> | undefined;
    const taken = await sendAll(address, events, 16, (count) => {
      if (count < events.length / 2) return;
      killed ??= running(cluster.session, workflowId).then(async (ids) => {
        await worker?.end('SIGKILL');
        return ids;
      });
    });
    await underWay(cluster.session, workflowId, (await killed) ?? []);
    const kept = (await table.settled()).filter(({ title }) => title.startsWith('Killed'));
    const all = await messages();
    for (const { title, status, ref } of kept) {
      const { message } = JSON.parse(ref ?? '{}');
      const card = finalOf(title, all).find((one) => one.ref === message);
      expect([title, card?.text.includes('✅')]).toEqual([title, status === 'resolved']);
    }
    const lost = taken - kept.reduce((sum, { rev }) => sum + rev, 0);
    process.stdout.write(
      `Killing a worker lost n8n ${lost} of ${taken} runs before they reached the store.\n`,
    );
    expect(kept.length).toBeGreaterThan(40);
  });
});
