import { beforeAll, describe, expect, it } from '@jest/globals';
import { useSandbox } from '../conformance/support/sandbox';
import { expectNoSecret, spellingsOf } from '../conformance/support/secrets';
import { alertEvent } from './support/alerts';
import { BOT_NODES, type BotNode, botOf, byId, pick, runBot } from './support/bots';
import { type Host, loadHost } from './support/host';
import type { NodeResult, NodeRun } from './support/run-node';

const sandbox = useSandbox();
let host: Host;

beforeAll(async () => {
  host = await loadHost();
});

const accepted = (delivery?: unknown) =>
  alertEvent({
    id: 'event-2',
    type: 'accepted',
    occurredAt: '2026-11-20T10:05:00.000Z',
    alert: { ...(alertEvent().alert as object), status: 'acknowledged' },
    ...(delivery !== undefined && { delivery }),
  });

interface Delivery {
  readonly receipt: string;
  readonly messageRef?: Readonly<Record<string, string>>;
  readonly problem?: { readonly code: string };
  readonly reasons: readonly string[];
}

const deliveryIn = (result: NodeResult, output = 0): Delivery =>
  result.outputs[output]?.[0]?.json.delivery as unknown as Delivery;

describe.each(BOT_NODES)('the bot of $name', (chat: BotNode) => {
  const { facts } = chat;
  const run = (changes: Partial<NodeRun> & { readonly bot?: string } = {}) =>
    runBot(host, sandbox, chat, { items: [alertEvent()], ...changes });
  const message = (operation: string, parameters: NodeRun['parameters'] = {}) =>
    run({
      items: [{ ticket: 'OPS-7' }],
      parameters: {
        resource: 'message',
        operation,
        text: '=About {{ $json.ticket }}',
        ...parameters,
      },
    });

  it('posts an alert, and changes the card by the ref the input carries', async () => {
    const posted = await run();
    expect(deliveryIn(posted)).toMatchObject({ receipt: 'posted', transport: 'bot' });
    expect(posted.hints.join()).toContain('No store is chosen');
    const again = await run({ items: [accepted(deliveryIn(posted))] });
    expect(deliveryIn(again).receipt).toBe('updated');
    expect(await sandbox.messages()).toMatchObject([
      { channel: facts.channel, history: [{ event: 'posted' }, { event: 'updated' }] },
    ]);
  });

  it('brings many items to several channels at once, one receipt for each', async () => {
    const { idOf } = botOf(chat, sandbox);
    const alert = (id: string, channel: string) =>
      alertEvent({ id, alert: { ...(alertEvent().alert as object), id }, to: idOf(channel) });
    const items = [alert('1', facts.channel), alert('2', facts.other), { not: 'an alert' }];
    const { outputs } = await run({
      items,
      onError: 'continueErrorOutput',
      parameters: { channelId: { __rl: true, mode: 'id', value: '={{ $json.to ?? "x" }}' } },
    });
    expect(outputs[0]).toMatchObject([
      { json: { id: '1', delivery: { receipt: 'posted' } }, pairedItem: { item: 0 } },
      { json: { id: '2', delivery: { receipt: 'posted' } }, pairedItem: { item: 1 } },
    ]);
    expect(outputs[1]).toMatchObject([
      { json: { delivery: { receipt: 'failed' } }, pairedItem: { item: 2 } },
    ]);
    const channels = (await sandbox.messages()).map(({ channel }) => channel);
    expect(channels.sort()).toEqual([facts.channel, facts.other].sort());
  });

  it('answers below the card, and deletes it', async () => {
    const items = [accepted(deliveryIn(await run()))];
    const replied = await run({ items, parameters: { operation: 'reply', text: 'On it' } });
    expect(deliveryIn(replied).receipt).toBe('posted');
    const [card, answer] = await sandbox.messages();
    expect(answer?.text).toContain('On it');
    expect(answer?.replyTo ?? null).toBe(facts.threads ? card?.ref : null);
    const onError = 'continueErrorOutput';
    const gone = await run({ items, onError, parameters: { operation: 'deleteAlert' } });
    const [left] = await sandbox.messages();
    if (facts.kept === undefined) expect(deliveryIn(gone).receipt).toBe('deleted');
    else expect(deliveryIn(gone, 1).problem?.code).toBe(facts.kept);
    expect(left?.deleted).toBe(facts.kept === undefined);
  });

  it('says so where it does not know which message is meant', async () => {
    const operations = { alert: ['reply', 'deleteAlert'], message: ['delete'] };
    for (const [resource, names] of Object.entries(operations))
      for (const operation of names) {
        const parameters = { resource, operation, text: 'x' };
        const { error } = await run({ items: [accepted()], parameters });
        expect(error?.description).toContain('messageRef');
      }
  });

  it('sends words into a channel, and takes them back', async () => {
    const sent = await message('send');
    expect(deliveryIn(sent).receipt).toBe('posted');
    expect(await sandbox.messages()).toMatchObject([
      { channel: facts.channel, text: expect.stringContaining('About OPS-7') },
    ]);
    const messageRef = JSON.stringify(deliveryIn(sent).messageRef);
    expect(deliveryIn(await message('delete', { messageRef })).receipt).toBe('deleted');
    expect(await sandbox.messages()).toMatchObject([{ deleted: true }]);
  });

  it('sends words to one person', async () => {
    const sent = await message('sendDirect', { person: byId(facts.person.id) });
    expect(deliveryIn(sent).receipt).toBe('posted');
    expect(await sandbox.messages()).toMatchObject([{ channel: facts.person.channel }]);
  });

  it('sends words into a channel for one person', async () => {
    const sent = await run({
      ...(facts.whisperer && { bot: facts.whisperer }),
      parameters: {
        resource: 'message',
        operation: 'sendPrivate',
        text: 'Psst',
        person: byId(facts.person.id),
      },
    });
    expect(deliveryIn(sent).receipt).toBe('posted');
    expect(await sandbox.messages()).toMatchObject([
      { channel: facts.channel, onlyFor: facts.person.name ?? facts.person.channel },
    ]);
  });

  it('sends a test into the channel, and previews without a credential', async () => {
    expect(deliveryIn(await run({ parameters: { operation: 'test' } })).receipt).toBe('posted');
    expect(await sandbox.messages()).toMatchObject([{ channel: facts.channel }]);
    const { outputs } = await run({ parameters: { operation: 'preview' } });
    expect(outputs[0]?.[0]?.json.rendered).toEqual(expect.any(Object));
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it.each(facts.refusals)('meets $why, and says what to do', async ({ bot, channel, code }) => {
    const { idOf, credentials } = botOf(chat, sandbox, bot);
    const result = await run({
      bot,
      onError: 'continueErrorOutput',
      parameters: { channelId: byId(idOf(channel)) },
    });
    const { receipt, problem } = deliveryIn(result, 1) ?? deliveryIn(result);
    expect([receipt, problem?.code]).toEqual(
      code === 'slack.not_in_channel' && receipt === 'posted'
        ? ['posted', undefined]
        : ['failed', code],
    );
    const [secrets = {}] = Object.values(credentials);
    expectNoSecret(result.everything, spellingsOf(secrets as Record<string, string>, facts.open));
  });

  it('asks for a channel', async () => {
    const { error } = await run({ parameters: { channelId: byId('={{ "" }}') } });
    expect(error?.message).toContain('No channel is chosen');
  });

  it('lists channels and people to pick', async () => {
    const { channel, closed, person, within = '' } = facts.lists;
    const { credentials } = botOf(chat, sandbox);
    const names = async (list: 'searchChannels' | 'searchPeople', search = '') =>
      (await pick(host, chat.node, list, credentials, `${within} ${search}`.trim())).results;
    if (channel) {
      const found = await names('searchChannels', channel.search);
      expect(found.map(({ name }) => name).join()).toContain(channel.name);
    }
    if (closed) {
      const found = (await names('searchChannels')).map(({ name }) => name);
      expect(found.find((name) => name.startsWith(closed))).toContain('invite the bot');
    }
    if (person) {
      const found = await names('searchPeople', person.search);
      expect(found.map(({ value }) => value)).toContain(person.id);
    }
  });
});
