import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { useSandbox } from '../conformance/support/sandbox';
import { alertEvent } from './support/alerts';
import { BOT_NODES, type BotNode, botOf, runBot } from './support/bots';
import { DataTables } from './support/data-tables';
import { type Host, loadHost } from './support/host';
import { type NodeResult, type NodeRun, runNode } from './support/run-node';

const sandbox = useSandbox();
let host: Host;
let tables: DataTables;

beforeAll(async () => {
  [host, tables] = await Promise.all([loadHost(), DataTables.start()]);
});
afterAll(() => tables.close());
beforeEach(() => tables.reset());

const slack = BOT_NODES.find(({ id }) => id === 'slack') as BotNode;

const credentials = () => ({ alertwireStoreApi: tables.credential });

const alert = (id: string, changes: object = {}) =>
  alertEvent({
    id: `event of ${id}`,
    alert: { ...(alertEvent().alert as object), id },
    ...changes,
  });

const accepted = (id: string) =>
  alert(id, {
    id: `accepted ${id}`,
    type: 'accepted',
    occurredAt: '2026-11-20T10:05:00.000Z',
    alert: { ...(alertEvent().alert as object), id, status: 'acknowledged' },
  });

const run = (changes: Partial<NodeRun> = {}, chat = slack) =>
  runBot(host, sandbox, chat, { items: [alert('1')], credentials: credentials(), ...changes });

/** The second click: the platform names the owner of the key for what was done from chat. */
const beaten = (chat: BotNode, id: string) => ({
  ...accepted(id),
  command: {
    ...{ schemaVersion: 1, id: `click on ${id}`, kind: 'alert-action', action: 'accept' },
    ...{ arguments: {}, chat: chat.id, user: { id: 'somebody' } },
    answer: {
      person: chat.facts.person.id,
      channel: botOf(chat, sandbox).idOf(chat.facts.channel),
    },
    receivedAt: '2026-11-20T10:06:00.000Z',
  },
  result: {
    ...{ ok: true, code: 'already_done', by: 'Key Owner' },
    message: 'Already accepted by Key Owner.',
  },
});

const deliveries = ({ outputs }: NodeResult, output = 0) =>
  (outputs[output] ?? []).map(
    ({ json }) => json.delivery as { receipt: string; reasons: string[] },
  );

const posted = async () => (await sandbox.messages()).length;

describe.each(BOT_NODES)('the store of $name', (chat) => {
  it('knows who was faster, better than the platform does', async () => {
    const actor = { kind: 'user', name: 'Priya Raman' };
    await run({ items: [alert('1')] }, chat);
    await run({ items: [{ ...accepted('1'), actor }] }, chat);
    await run({ items: [beaten(chat, '1')] }, chat);
    expect((await sandbox.messages()).map(({ text }) => text)).toContainEqual(
      expect.stringContaining('Already accepted by Priya Raman.'),
    );
  });

  it('lets a later execution change the card, and tells people about it', async () => {
    expect(deliveries(await run({}, chat))).toMatchObject([{ receipt: 'posted' }]);
    const later = await run({ items: [accepted('1')] }, chat);
    expect(deliveries(later)).toMatchObject([{ receipt: 'updated' }]);
    expect(later.hints).toEqual([]);
    expect(await posted()).toBe(1);
    expect(tables.rows.filter(({ kind }) => kind === 'card')).toMatchObject([
      {
        title: 'Checkout latency above 2 s',
        status: 'acknowledged',
        severity: 'high',
        pending: '',
      },
    ]);
  });

  it('lets two executions of one alert at once make one card', async () => {
    await run({ items: [alert('0')] }, chat);
    const both = await Promise.all([run({}, chat), run({}, chat)]);
    const receipts = both.flatMap((one) => deliveries(one)).map(({ receipt }) => receipt);
    expect(receipts.sort()).toEqual(['merged', 'posted']);
    expect(await posted()).toBe(2);
  });
});

describe('the calls to the store', () => {
  const callsOf = async (work: () => Promise<unknown>) => {
    tables.calls.length = 0;
    await work();
    return tables.calls.map(
      ({ method, path }) => `${method} ${path.replace('/api/v1/data-tables', '')}`,
    );
  };

  it('are eight for a new card in a quiet channel', async () => {
    await run({ items: [alert('0')] });
    Object.assign(tables.rows.find(({ kind }) => kind === 'destination') ?? {}, { nextAt: 0 });
    const calls = await callsOf(() => run());
    expect(calls).toEqual([
      'GET /…/rows',
      'POST /…/rows',
      'PATCH /…/rows/update',
      'GET /…/rows',
      'PATCH /…/rows/update',
      'PATCH /…/rows/update',
      'PATCH /…/rows/update',
      'GET /…/rows',
    ]);
  });

  it('are at most four where somebody else is sending', async () => {
    await run({ items: [alert('0')] });
    const lane = tables.rows.find(({ kind }) => kind === 'destination');
    Object.assign(lane ?? {}, { owner: 'somebody', leaseUntil: Date.now() + 30_000 });
    let result: NodeResult | undefined;
    const calls = await callsOf(async () => {
      result = await run();
    });
    expect(calls.length).toBeLessThanOrEqual(4);
    expect(deliveries(result as NodeResult)).toMatchObject([{ receipt: 'merged' }]);
    expect(tables.rows.find(({ card, shown }) => card && shown === 0)).toBeDefined();
  });

  it('do not grow with the items of an execution before they are shown', async () => {
    await run({ items: [alert('0')] });
    const items = Array.from({ length: 40 }, (_, index) => alert(`many ${index}`));
    let result: NodeResult | undefined;
    const calls = await callsOf(async () => {
      result = await run({ items });
    });
    const before = calls.slice(0, calls.indexOf('PATCH /…/rows/update'));
    expect(before).toEqual(['GET /…/rows', 'POST /…/rows']);
    expect(deliveries(result as NodeResult)).toHaveLength(40);
    expect(await posted()).toBeLessThan(20);
  });
});

describe('Deliver Pending', () => {
  const pending = (items: object[] = [{}]) =>
    run({ items, parameters: { operation: 'deliverPending' } });
  const leftBehind = async () => {
    await run({ items: [alert('0')] });
    const lane = tables.rows.find(({ kind }) => kind === 'destination');
    Object.assign(lane ?? {}, { owner: 'gone', leaseUntil: Date.now() + 30_000 });
    await run();
    Object.assign(lane ?? {}, { leaseUntil: Date.now() - 1 });
    return String(lane?.destination);
  };

  it('shows what a dead execution left behind, once', async () => {
    const destination = await leftBehind();
    const first = await pending([{ destination }, { destination }]);
    expect(deliveries(first)).toMatchObject([{ receipt: 'updated' }, { receipt: 'updated' }]);
    expect(await posted()).toBe(2);
    expect(deliveries(await pending())).toMatchObject([{ receipt: 'skipped' }]);
  });

  it('hands alerts that the chat refuses to the error output', async () => {
    const destination = await leftBehind();
    await sandbox.fault({
      platform: 'slack',
      kind: 'status',
      status: 200,
      body: JSON.stringify({ ok: false, error: 'is_archived' }),
    });
    const { outputs } = await run({
      items: [{ destination }],
      parameters: { operation: 'deliverPending' },
      onError: 'continueErrorOutput',
    });
    expect(outputs[0]?.map(({ json }) => json.delivery)).toMatchObject([{ receipt: 'skipped' }]);
    expect(outputs[1]).toMatchObject([
      {
        json: {
          alert: { id: '1' },
          delivery: { receipt: 'failed', problem: { code: 'slack.is_archived' } },
        },
        pairedItem: { item: 0 },
      },
    ]);
  });

  it('leaves other destinations alone', async () => {
    await leftBehind();
    const other = await pending([{ destination: 'slack/bot/9/C9' }]);
    expect(deliveries(other)).toMatchObject([{ receipt: 'skipped' }]);
    expect(await posted()).toBe(1);
  });

  it('asks for a store', async () => {
    const parameters = { operation: 'deliverPending' };
    const { error } = await runBot(host, sandbox, slack, { parameters });
    expect(error?.message).toContain('No store is chosen');
  });
});

describe('a store that cannot be used', () => {
  it.each([
    [401, 'API key'],
    [403, 'scopes'],
    [500, 'answered 500'],
  ])('lets alerts through, and says why: %d', async (status, why) => {
    tables.refuses = { status, body: '{}' };
    const result = await run();
    const [delivery] = deliveries(result);
    expect(delivery?.receipt).toBe('posted');
    expect(delivery?.reasons.join(' ')).toContain('store: unavailable');
    expect(delivery?.reasons.join(' ')).toContain(why);
    expect(result.hints.join()).toContain(why);
    expect(await posted()).toBe(1);
  });

  it('lets alerts through where nobody answers', async () => {
    const baseUrl = 'http://127.0.0.1:9';
    const result = await run({
      credentials: { alertwireStoreApi: { ...tables.credential, baseUrl } },
    });
    expect(deliveries(result)).toMatchObject([{ receipt: 'posted' }]);
    expect(result.hints.join()).toContain('ECONNREFUSED');
  });

  it('tells the API key to nobody', async () => {
    tables.refuses = { status: 401, body: '{"message":"nope"}' };

    const apiKey = 'a-very-secret-key';
    const { everything } = await run({
      credentials: { alertwireStoreApi: { ...tables.credential, apiKey } },
    });
    expect(everything).not.toContain(apiKey);
  });
});

describe('a webhook with a store', () => {
  const send = (items: object[]) =>
    runNode(host, {
      type: 'dingTalkAlert',
      items,
      credentials: {
        alertwireDingTalkRobotApi: {
          webhookUrl: sandbox.open('dingtalk').url,
          secret: sandbox.open('dingtalk').secret ?? '',
        },
        ...credentials(),
      },
    });

  it('puts a storm into a few messages, and loses nothing', async () => {
    const items = Array.from({ length: 30 }, (_, index) => alert(`storm ${index}`));
    const receipts = deliveries(await send(items)).map(({ receipt }) => receipt);
    expect(receipts.filter((one) => one !== 'posted' && one !== 'merged')).toEqual([]);
    const messages = await sandbox.messages();
    expect(messages.length).toBeLessThan(10);
    expect(tables.rows.filter(({ pending }) => pending)).toEqual([]);
  });

  it('makes one message of an alert that comes twice', async () => {
    expect(deliveries(await send([alert('1')]))).toMatchObject([{ receipt: 'posted' }]);
    expect(deliveries(await send([alert('1')]))).toMatchObject([{ receipt: 'merged' }]);
    expect(await posted()).toBe(1);
  });
});
