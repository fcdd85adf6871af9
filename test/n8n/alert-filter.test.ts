import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { alertEvent } from './support/alerts';
import { type Host, loadHost } from './support/host';
import { TestMemory } from './support/memory';
import { type NodeRun, runNode } from './support/run-node';

let host: Host;
let memory: TestMemory;

beforeAll(async () => {
  host = await loadHost();
  memory = await TestMemory.install();
});
beforeEach(() => {
  memory.entries.clear();
  memory.broken = false;
});
afterEach(() => {
  jest.restoreAllMocks();
});

const run = (changes: Partial<NodeRun> = {}) =>
  runNode(host, { type: 'alertFilter', items: [alertEvent()], ...changes });

const at = (minute: number) =>
  jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2026, 10, 20, 10, minute));

describe('Alert Filter', () => {
  it('has the outputs Passed and Dropped', () => {
    const { outputs, outputNames } = host.node('alertFilter').description;
    expect(outputNames).toEqual(['Passed', 'Dropped']);
    expect(outputs).toHaveLength(2);
  });

  it('passes the whole alert on, with the decision beside it', async () => {
    const { status, outputs } = await run();
    expect(status).toBe('success');
    expect(outputs).toEqual([
      [
        {
          json: {
            ...alertEvent(),
            decision: expect.objectContaining({ effect: 'announce', silent: false }),
          },
          pairedItem: { item: 0 },
        },
      ],
      [],
    ]);
  });

  it('drops with the reasons, and keeps the items in pairs', async () => {
    const low = alertEvent({ alert: { ...alertOf(), severity: 'info' } });
    const { outputs } = await run({
      items: [low, alertEvent()],
      parameters: { minimumSeverity: 'high' },
    });
    expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
    expect(outputs[1]).toMatchObject([
      {
        json: {
          ...low,
          decision: {
            effect: 'drop',
            reasons: [{ rule: 'severity', message: expect.any(String) }],
          },
        },
        pairedItem: { item: 0 },
      },
    ]);
  });

  it('says above the output what was dropped by which rule', async () => {
    const items = [
      alertEvent({ type: 'comment-added' }),
      alertEvent({ alert: { ...alertOf(), severity: 'info' } }),
      alertEvent(),
    ];
    const parameters = { minimumSeverity: 'high' };
    const { hints } = await run({ items, parameters });
    expect(hints).toEqual([
      "Dropped 2 alerts (events, severity): 'decision' in the item tells why.",
    ]);
    const one = await run({ items: items.slice(1), parameters });
    expect(one.hints).toEqual([expect.stringMatching(/^Dropped one alert \(severity\)/)]);
    const none = await run({ items: items.slice(2), parameters });
    expect(none.hints).toEqual([]);
  });

  it('lets a change of state through to refresh a card', async () => {
    const { outputs } = await run({
      items: [alertEvent({ type: 'resolved', alert: { ...alertOf(), severity: 'info' } })],
      parameters: { minimumSeverity: 'high' },
    });
    expect(outputs[0]?.[0]?.json.decision).toMatchObject({ effect: 'refresh' });
  });

  it('reads lists and label groups as the core means them', async () => {
    const group = (key: string, operator: string, values: string[]) => ({
      conditions: { conditions: [{ key, operator, values }] },
    });
    const parameters = {
      excludedSources: ['Staging*'],
      labelGroups: { groups: [group('team', 'in', ['pay*']), group('team', 'in', ['search'])] },
    };
    const named = (name: string, team: string) =>
      alertEvent({ origin: { name }, alert: { ...alertOf(), labels: { team } } });
    const items = [
      named('Production', 'payments'),
      named('Production', 'search'),
      named('Production', 'billing'),
      named('Staging 2', 'payments'),
    ];
    const { outputs } = await run({ items, parameters });
    expect(outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
    expect(outputs[1]?.map(({ json }) => json.decision)).toMatchObject([
      { reasons: [{ rule: 'labels' }] },
      { reasons: [{ rule: 'source' }] },
    ]);
  });

  it('mutes in quiet hours', async () => {
    at(30);
    const { outputs } = await run({
      parameters: { quietHours: true, quietFrom: '10:00', quietTo: '11:00' },
    });
    expect(outputs[0]?.[0]?.json.decision).toMatchObject({ effect: 'announce', silent: true });
  });

  it('names rules that cannot be applied before any item is handled', async () => {
    const parameters = { quietHours: true, quietTimeZone: 'Mars/Olympus' };
    const { status, error, outputs } = await run({ parameters });
    expect({ status, outputs }).toEqual({ status: 'error', outputs: [] });
    expect(error).toMatchObject({
      name: 'NodeOperationError',
      message: expect.stringContaining('Mars/Olympus'),
      description: expect.any(String),
    });
  });
});

describe('Alert Filter, given something that is no alert', () => {
  const items = [alertEvent(), { hello: 'world' }];

  it('stops and names the item', async () => {
    const { error } = await run({ items });
    expect(error).toMatchObject({
      name: 'NodeOperationError',
      message: expect.stringMatching(/\[item 1\]$/),
      description: expect.stringMatching(/\w+/),
      context: { code: 'alert.not_an_alert_event', itemIndex: 1 },
    });
  });

  it('sends it to the error output, and never to Passed', async () => {
    const { outputs } = await run({ items, onError: 'continueErrorOutput' });
    expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
      [{ item: 0 }],
      [],
      [{ item: 1 }],
    ]);
    expect(outputs[2]?.[0]?.json).toEqual({ hello: 'world', error: expect.any(String) });
  });

  it('marks the item when told to continue on the regular output', async () => {
    const { status, outputs } = await run({ items, onError: 'continueRegularOutput' });
    expect(status).toBe('success');
    expect(outputs[0]?.map(({ json }) => 'error' in json)).toEqual([false, true]);
  });

  it('keeps items with unusable rules out of Passed', async () => {
    const parameters = { quietHours: true, quietTimeZone: 'Mars/Olympus' };
    const { outputs } = await run({ parameters, onError: 'continueErrorOutput' });
    expect(outputs.map((output) => output.length)).toEqual([0, 0, 1]);
  });
});

describe('Alert Filter, repeats', () => {
  const parameters = { repeatsMinutes: 60 };
  const passes = async () => (await run({ parameters })).outputs[0]?.length === 1;

  it('drops the same event of the same alert within one run', async () => {
    const { outputs } = await run({ parameters, items: [alertEvent(), alertEvent({ id: 'b' })] });
    expect(outputs.map((output) => output.length)).toEqual([1, 1]);
    expect(outputs[1]?.[0]?.json.decision).toMatchObject({ reasons: [{ rule: 'repeats' }] });
  });

  it('remembers from run to run, for as long as it was told and no longer', async () => {
    at(0);
    expect(await passes()).toBe(true);
    at(20);
    expect(await passes()).toBe(false);
    at(50);
    expect(await passes()).toBe(false);
    at(61);
    expect(await passes()).toBe(true);
    at(62);
    expect(await passes()).toBe(false);
  });

  it('keeps one entry for an event, however often it is repeated', async () => {
    for (const minute of [0, 10, 20]) {
      at(minute);
      await passes();
    }
    expect(memory.entries.size).toBe(1);
  });

  it('remembers nothing in manual runs, and says so once', async () => {
    const manual = {
      parameters,
      mode: 'manual',
      items: [alertEvent(), alertEvent({ type: 'accepted' })],
    } as const;
    await run(manual);
    const { outputs, hints } = await run(manual);
    expect(outputs[0]).toHaveLength(2);
    expect(hints).toEqual([expect.stringContaining('manual run')]);
    expect(memory.entries.size).toBe(0);
  });

  it('passes alerts when the memory is away, and says so', async () => {
    memory.broken = true;
    const { outputs, hints } = await run({ parameters });
    expect(outputs[0]).toHaveLength(1);
    expect(hints).toEqual([expect.stringContaining('memory')]);
  });
});

const alertOf = () => alertEvent().alert as object;
