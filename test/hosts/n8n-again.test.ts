import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ilertBody } from '../n8n/support/alerts';
import { allMessages, cardsOf, FOUR_CHATS, placesOf } from './support/cards';
import { finishedExecutions } from './support/executions';
import { type N8nApplication, startN8n } from './support/n8n-application';

interface Key {
  readonly id: string;
  readonly label: string;
}

let n8n: N8nApplication;

beforeAll(async () => {
  n8n = await startN8n();
});
afterAll(() => n8n?.stop());

/** Ends it and starts it again, in the same home and on the same ports. */
const startAgain = async (): Promise<void> => {
  const { home, url, sandboxUrl, interrupt, stop } = n8n;
  await interrupt();
  const again = await startN8n({
    ALERTWIRE_HOME: home,
    ALERTWIRE_PORT: new URL(url).port,
    ALERTWIRE_SANDBOX_PORT: new URL(sandboxUrl).port,
  });
  n8n = { ...again, home, stop: () => again.interrupt().then(stop) };
};

const keys = async (): Promise<readonly Key[]> =>
  (await n8n.session.call<{ items: Key[] }>('GET', '/api-keys')).items;

/** Sends one alert, created and accepted; resolves with where its cards are and what n8n has run. */
const cardsOfOne = async (id: number) => {
  const [workflow] = await n8n.session.call<{ id: string }[]>('GET', '/workflows');
  const { length } = await finishedExecutions(n8n.session, workflow.id, 0);
  for (const [done, eventType] of ['alert-created', 'alert-acknowledged'].entries()) {
    const answer = await fetch(n8n.webhookUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-alertwire-secret': n8n.secret },
      body: JSON.stringify(ilertBody({ id, eventType, eventId: `${id} ${eventType}` })),
    });
    expect(answer.status).toBe(200);
    await finishedExecutions(n8n.session, workflow.id, length + done + 1);
  }
  return placesOf(cardsOf(await allMessages(n8n.sandboxUrl)));
};

describe('npm run start:n8n, in a home that is there', () => {
  it('keeps the key of the store', async () => {
    expect(await cardsOfOne(1)).toEqual(FOUR_CHATS);
    const before = await keys();
    expect(before).toHaveLength(1);
    await startAgain();
    expect(await keys()).toEqual(before);
  });

  it('makes another where n8n does not know it, and keeps what a person has chosen', async () => {
    const [workflow] = await n8n.session.call<{ id: string }[]>('GET', '/workflows');
    const [key] = await keys();
    await n8n.session.call('DELETE', `/api-keys/${key?.id}`);
    await choose(workflow.id, 'Slack #ops-alerts', 'C0PLATFORM');
    await startAgain();
    const [slack] = FOUR_CHATS.filter((place) => place.startsWith('slack'));
    const places = FOUR_CHATS.map((place) => (place === slack ? 'slack #platform' : place));
    expect(await cardsOfOne(2)).toEqual(places);
    expect(await keys()).toHaveLength(1);
  });
});

/** Another channel, as a person chooses it in a node. */
async function choose(id: string, name: string, channel: string): Promise<void> {
  const workflow = await n8n.session.call<{
    versionId: string;
    nodes: { name: string; parameters: object }[];
  }>('GET', `/workflows/${id}`);
  const channelId = { __rl: true, mode: 'id', value: channel };
  const nodes = workflow.nodes.map((node) =>
    node.name === name ? { ...node, parameters: { ...node.parameters, channelId } } : node,
  );
  await n8n.session.call('PATCH', `/workflows/${id}`, { ...workflow, nodes });
}
