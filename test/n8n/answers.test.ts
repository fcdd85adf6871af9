import { beforeAll, describe, expect, it } from '@jest/globals';
import { seal } from '../../core/answers/seal';
import type { Message } from '../../sandbox/index';
import { useSandbox } from '../conformance/support/sandbox';
import { alertEvent } from './support/alerts';
import { BOT_NODES, type BotNode, botOf, runBot } from './support/bots';
import { type Host, loadHost } from './support/host';
import { type NodeResult, type NodeRun, runNode } from './support/run-node';

const sandbox = useSandbox();
let host: Host;

beforeAll(async () => {
  host = await loadHost();
});

let clicks = 0;

/** What somebody pressed. */
const commandIn = (chat: string, answer: object) => {
  clicks += 1;
  return {
    schemaVersion: 1,
    id: `click-${clicks}`,
    kind: 'alert-action',
    action: 'accept',
    alert: { platform: 'ilert', id: '4711' },
    arguments: {},
    chat,
    user: { id: 'somebody' },
    answer,
    receivedAt: '2026-11-20T10:05:00.000Z',
  };
};

const done = { ok: true, code: 'done', message: 'You took it on.' };
const failed = { ok: false, code: 'not_found', message: 'It is gone.', hint: 'Look at ilert.' };

const accepted = alertEvent({
  id: 'event-2',
  type: 'accepted',
  rawType: 'alertwire.accept',
  occurredAt: '2026-11-20T10:05:00.000Z',
  alert: { ...(alertEvent().alert as object), status: 'acknowledged' },
});

interface Delivery {
  readonly receipt: string;
  readonly reasons: readonly string[];
  readonly messageRef?: object;
  readonly answer?: { readonly receipt: string; readonly problem?: { readonly code: string } };
}

const deliveryIn = ({ outputs }: NodeResult): Delivery =>
  outputs[0]?.[0]?.json.delivery as unknown as Delivery;

describe.each(BOT_NODES)('somebody who pressed a button in $name', (chat: BotNode) => {
  const { facts } = chat;
  const person = () => ({
    person: facts.person.id,
    channel: botOf(chat, sandbox).idOf(facts.channel),
  });
  const run = (item: object, changes: Partial<NodeRun> = {}) =>
    runBot(host, sandbox, chat, { items: [item], ...changes });
  /** Only they can read it. */
  const isPrivate = ({ onlyFor, channel }: Message) =>
    [facts.person.name, facts.person.channel].includes(onlyFor ?? channel);
  const said = async () => (await sandbox.messages()).filter(isPrivate).map(({ text }) => text);
  const inChannel = async () => (await sandbox.messages()).filter((one) => !isPrivate(one));

  it('is told privately what came of it, after the card has changed', async () => {
    const { messageRef } = deliveryIn(await run(alertEvent()));
    const command = { ...commandIn(chat.id, person()), messageRef };
    const result = await run({ ...accepted, command, result: done });
    expect(deliveryIn(result)).toMatchObject({
      receipt: 'updated',
      answer: { receipt: 'posted', chat: chat.id },
    });
    expect(await said()).toEqual([expect.stringContaining('You took it on.')]);
    expect(await inChannel()).toMatchObject([{ history: [{}, { event: 'updated' }] }]);
    const [card] = await inChannel();
    const answer = (await sandbox.messages()).find(isPrivate);
    const written = (await sandbox.requests()).map(({ messageId }) => messageId);
    expect(written.lastIndexOf(card?.id ?? '')).toBeGreaterThan(written.indexOf(card?.id ?? ''));
    expect(written.indexOf(answer?.id ?? '')).toBeGreaterThan(written.lastIndexOf(card?.id ?? ''));
  });

  it('is told why not, and the card stays as it is', async () => {
    const command = commandIn(chat.id, person());
    const result = await run({ ...accepted, command, result: failed });
    expect(deliveryIn(result)).toMatchObject({
      receipt: 'skipped',
      reasons: [expect.stringContaining('not carried out')],
      answer: { receipt: 'posted' },
    });
    expect(await said()).toEqual([expect.stringContaining('It is gone. Look at ilert.')]);
    expect(await inChannel()).toEqual([]);
  });

  it('is answered also where there is no alert', async () => {
    const command = { ...commandIn(chat.id, person()), action: 'on-call' };
    const result = await run({ command, result: { ...done, message: 'Ada is on call.' } });
    expect(result.error).toBeUndefined();
    expect(deliveryIn(result)).toMatchObject({ receipt: 'skipped', answer: { receipt: 'posted' } });
    expect(await said()).toEqual([expect.stringContaining('Ada is on call.')]);
  });

  it('hears of it once, though several senders show the alert', async () => {
    const command = commandIn(chat.id, person());
    for (const receipt of ['posted', 'skipped']) {
      const result = await run({ ...accepted, command, result: done });
      expect(deliveryIn(result).answer?.receipt).toBe(receipt);
    }
    expect(await said()).toHaveLength(1);
  });

  it('is no matter of another chat, whose card changes all the same', async () => {
    const command = commandIn('another', person());
    const item = { ...accepted, type: 'created', command, result: done };
    const delivery = deliveryIn(await run(item));
    expect(delivery.receipt).toBe('posted');
    expect(delivery).not.toHaveProperty('answer');
    expect(await said()).toEqual([]);
  });
});

describe('who cannot be answered', () => {
  const slack = BOT_NODES.find(({ id }) => id === 'slack') as BotNode;

  it('does not keep the card from changing, and the run says so', async () => {
    const command = commandIn('slack', { person: 'U0NOBODY00' });
    const item = { ...alertEvent(), command, result: done };
    const result = await runBot(host, sandbox, slack, { items: [item] });
    expect(result.error).toBeUndefined();
    expect(deliveryIn(result)).toMatchObject({ receipt: 'posted', answer: { receipt: 'failed' } });
    expect(result.hints.join()).toContain('could not be answered');
  });

  it('never hears of it in a channel: a webhook writes only to the address of the click', async () => {
    const { url: webhookUrl } = sandbox.open('slack');
    const key = 'a key that nobody could ever guess, 1';
    const sealed = seal(`${sandbox.url}/slack/actions/T0/1/used-up`, { key });
    const command = commandIn('slack', { person: 'U0PRIYARAM', channel: 'C1', sealed });
    const result = await runNode(host, {
      type: 'slackAlert',
      items: [{ ...accepted, command, result: failed }],
      credentials: { alertwireSlackWebhookApi: { webhookUrl }, alertwireSigningKeyApi: { key } },
      parameters: { buttons: 'callback' },
    });
    expect(deliveryIn(result)).toMatchObject({ receipt: 'skipped', answer: { receipt: 'failed' } });
    const asked = (await sandbox.requests()).map(({ path }) => path);
    expect(asked).toEqual([expect.stringContaining('/slack/actions/T0/')]);
    expect(await sandbox.messages()).toEqual([]);
  });
});
