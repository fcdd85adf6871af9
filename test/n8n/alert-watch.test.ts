import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { WorkflowExecuteMode } from 'n8n-workflow';
import { useSandbox } from '../conformance/support/sandbox';
import { alertEvent } from './support/alerts';
import { BOT_NODES, type BotNode, runBot } from './support/bots';
import { DataTables } from './support/data-tables';
import { type Host, loadHost } from './support/host';
import { pollNode } from './support/poll-node';
import { type NodeRun, runNode } from './support/run-node';

const sandbox = useSandbox();
let host: Host;
let tables: DataTables;

beforeAll(async () => {
  [host, tables] = await Promise.all([loadHost(), DataTables.start()]);
});
afterAll(() => tables.close());
beforeEach(() => tables.reset());

const MINUTE_MS = 60_000;
const credentials = () => ({ alertwireStoreApi: tables.credential });
const slack = BOT_NODES.find(({ id }) => id === 'slack') as BotNode;

const post = (changes: Partial<NodeRun> = {}) =>
  runBot(host, sandbox, slack, {
    items: [alertEvent()],
    credentials: credentials(),
    onError: 'continueRegularOutput',
    ...changes,
  });

const watch = async (parameters = {}, mode: WorkflowExecuteMode = 'trigger') => {
  const { outputs } = await pollNode(host, 'alertWatchTrigger', {
    parameters,
    credentials: credentials(),
    mode,
  });
  const [notAccepted = [], undelivered = [], lost = [], pending = []] = outputs ?? [];
  return { outputs, notAccepted, undelivered, lost, pending };
};

describe('the Alert Watch Trigger', () => {
  it('has nothing to tell of an empty store', async () => {
    expect((await watch()).outputs).toBeNull();
  });

  it('tells of an alert that nobody accepts, once until the next reminder is due', async () => {
    await post();
    const { notAccepted, undelivered, lost, pending } = await watch();
    expect(notAccepted).toMatchObject([
      { json: { type: 'not-accepted', alert: { id: '4711' }, decision: { effect: 'announce' } } },
    ]);
    expect([undelivered, lost, pending]).toEqual([[], [], []]);
    expect((await watch()).outputs).toBeNull();
  });

  it('says nothing of one that somebody accepts, nor before its time', async () => {
    await post({ items: [alertEvent({ occurredAt: new Date().toISOString(), alert: fresh() })] });
    expect((await watch()).outputs).toBeNull();
    expect((await watch({ notAcceptedAfterMinutes: 0 })).outputs).toBeNull();
  });

  it('takes nothing away from the workflow that runs when somebody tries it out', async () => {
    await post();
    expect((await watch({}, 'manual')).notAccepted).toHaveLength(1);
    expect((await watch({}, 'manual')).notAccepted).toHaveLength(1);
    expect(tables.pings).toBe(0);
    expect((await watch()).notAccepted).toHaveLength(1);
  });

  it('hands on what did not arrive, as a sender does', async () => {
    await post({ bot: 'Removed' } as Partial<NodeRun>);
    const { undelivered } = await watch({ notAcceptedAfterMinutes: 0 });
    expect(undelivered).toMatchObject([
      {
        json: {
          alert: { id: '4711' },
          delivery: {
            receipt: 'failed',
            chat: 'slack',
            transport: 'bot',
            problem: { code: 'slack.account_inactive' },
          },
        },
      },
    ]);
    expect((await watch({ notAcceptedAfterMinutes: 0 })).outputs).toBeNull();
  });

  it('names what is pending for Deliver Pending, which then finishes it', async () => {
    await post({ items: [alertEvent({ alert: { ...fresh(), id: '0' } })] });
    const lane = tables.rows.find(({ kind }) => kind === 'destination') ?? { id: 0 };
    Object.assign(lane, { owner: 'gone', leaseUntil: Date.now() + MINUTE_MS });
    await post();
    const card = tables.rows.find(({ pending }) => pending) ?? { id: 0 };
    Object.assign(card, { changedAt: new Date(Date.now() - MINUTE_MS).toISOString() });
    Object.assign(lane, { leaseUntil: 0 });
    const { pending } = await watch({ notAcceptedAfterMinutes: 0 });
    const channel = String(lane.destination).split('/').at(-1);
    expect(pending).toMatchObject([
      { json: { chat: 'slack', transport: 'bot', channel, count: 1 } },
    ]);
    const items = pending.map(({ json }) => json);
    await post({ items, parameters: { operation: 'deliverPending' } });
    expect(await sandbox.messages()).toHaveLength(2);
    expect((await watch({ notAcceptedAfterMinutes: 0 })).outputs).toBeNull();
  });

  it('pings after a good sweep only', async () => {
    await watch();
    expect(tables.pings).toBe(1);
    tables.refuses = { status: 500, body: '{}' };
    await expect(watch()).rejects.toThrow('answered 500');
    expect(tables.pings).toBe(1);
  });

  it('warns, without the address, where the ping is not answered', async () => {
    const pingUrl = 'http://127.0.0.1:9/secret-part';
    const { warnings } = await pollNode(host, 'alertWatchTrigger', {
      credentials: { alertwireStoreApi: { ...tables.credential, pingUrl } },
    });
    expect(warnings).toEqual([expect.stringContaining('ECONNREFUSED')]);
    expect(warnings.join()).not.toContain('secret-part');
  });

  it('asks for its store', async () => {
    await expect(pollNode(host, 'alertWatchTrigger', {})).rejects.toThrow('is not set');
  });
});

describe('the Alert Watch', () => {
  const record = (changes: Partial<NodeRun> = {}) =>
    runNode(host, {
      type: 'alertWatch',
      items: [alertEvent({ origin: { name: 'Prometheus' } })],
      credentials: credentials(),
      ...changes,
    });
  const beat = () => tables.rows.find(({ kind }) => kind === 'heartbeat');
  /** The last one was heard so long ago. */
  const silentFor = (ms: number) => {
    const row = beat() ?? { id: 0 };
    const story = JSON.parse(String(row.story));
    Object.assign(row, { story: JSON.stringify({ ...story, lastAt: Date.now() - ms }) });
  };

  it('passes alerts on and remembers who sent them', async () => {
    const items = [alertEvent({ origin: { name: 'Prometheus' } }), alertEvent({ id: 'event-2' })];
    const { outputs } = await record({ items });
    expect(outputs[0]?.map(({ json }) => json)).toEqual(items);
    expect(outputs[1]).toEqual([]);
    const heard = tables.rows.filter(({ kind }) => kind === 'heartbeat');
    expect(heard).toMatchObject([
      { title: 'Prometheus', status: 'heard' },
      { title: 'ilert', status: 'heard' },
    ]);
  });

  it('names a source by its label', async () => {
    await record({ parameters: { heartbeatName: 'team' } });
    expect(beat()).toMatchObject({ title: 'payments' });
  });

  it('lets the trigger tell of a lost heartbeat once, and its return end the alert', async () => {
    await record();
    expect((await watch()).outputs).toBeNull();
    silentFor(11 * MINUTE_MS);
    const [both, other] = await Promise.all([watch(), watch()]);
    const lost = [...both.lost, ...other.lost];
    expect(lost).toMatchObject([
      { json: { type: 'created', alert: { title: 'No heartbeat from Prometheus' } } },
    ]);
    expect(beat()).toMatchObject({ status: 'lost' });
    const { outputs } = await record();
    const lostAlert = lost[0]?.json.alert as { id: string };
    expect(outputs[1]).toMatchObject([
      { json: { type: 'resolved', alert: { id: lostAlert.id } }, pairedItem: { item: 0 } },
    ]);
    expect(beat()).toMatchObject({ status: 'heard' });
  });

  it('lets alerts through where the store cannot be used, and says so', async () => {
    tables.refuses = { status: 401, body: '{}' };
    const { outputs, hints } = await record();
    expect(outputs[0]).toHaveLength(1);
    expect(hints.join()).toContain('API key');
  });
});

function fresh(): object {
  const { alert } = alertEvent();
  return { ...(alert as object), startedAt: new Date().toISOString() };
}
