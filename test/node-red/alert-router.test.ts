import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { alertRouterFields } from '../../core/index';
import { ilertBody } from './support/bodies';
import { PATH, SECRET } from './support/flows';
import { post } from './support/post';
import { type FlowNode, Runtime, type Version } from './support/runtime';

interface Rule {
  readonly outputName: string;
  readonly minimumSeverity: string;
  readonly passUnknownSeverity: boolean;
  readonly sources: readonly string[];
  readonly labelGroups: readonly (readonly object[])[];
}

const preset = alertRouterFields[0]?.default as Rule[];
const rule = (outputName: string, changes: Partial<Rule> = {}): Rule => ({
  ...{ outputName, minimumSeverity: 'any', passUnknownSeverity: false, sources: [] },
  labelGroups: [],
  ...changes,
});

const SINKS = ['critical', 'high', 'rest', 'unrouted'];
/** What has no place on the canvas is a config node. */
const placed = (node: FlowNode): FlowNode => ({ ...node, z: 'tab', x: 0, y: 0 });
const sink = (id: string): FlowNode => placed({ id, type: 'test-sink', name: '', wires: [] });
const wired = SINKS.map((id) => [id]);

/** A way in, the router, and a sink behind each output. */
const flow = (changes: { rules?: readonly object[]; wires?: string[][] } = {}): FlowNode[] => [
  { id: 'tab', type: 'tab', label: '' },
  {
    ...{ id: 'secret', type: 'alertwire-webhook-secret', name: '' },
    credentials: { secret: SECRET },
  },
  placed({
    ...{ id: 'in', type: 'alertwire-alert-in', name: '', platform: 'ilert', path: PATH },
    ...{ secret: 'secret', whenStoreUnavailable: 'refuse', wires: [['router']] },
  }),
  placed({
    ...{ id: 'router', type: 'alertwire-alert-router', name: '', rules: preset, outputs: 4 },
    ...{ wires: wired, ...changes },
  }),
  ...SINKS.map(sink),
];

const alert = (severity: string, more: object = {}) => ({
  ...{ schemaVersion: 1, id: `${severity}-1`, type: 'created', rawType: 'alert-created' },
  ...{ platform: 'ilert', occurredAt: '2026-11-20T10:02:00.000Z', automatic: false },
  ...{ receivedAt: '2026-11-20T10:02:01.000Z', assignees: [], capabilities: [] },
  alert: {
    ...{ id: '4711', title: 'Queue grows', status: 'open', severity },
    ...{ labels: { team: 'payments' }, fields: {}, links: [], images: [] },
  },
  ...more,
});

describe.each(['4.1', '5.0'] as Version[])('the alert router on Node-RED %s', (version) => {
  let runtime: Runtime;
  beforeAll(async () => {
    runtime = await Runtime.start({ version });
    await runtime.deploy(flow());
  });
  afterAll(() => runtime.stop());

  /** The message that comes out, and the sink it reaches. */
  const route = async (payload: object, more: object = {}) => {
    const from = runtime.told.length;
    await runtime.receive('router', { payload, ...more });
    return runtime.until((told) => told.event === 'message' && told, from);
  };

  test('sends each alert to one output, with the route beside it', async () => {
    for (const [severity, output, name] of [
      ['critical', 'critical', 'critical'],
      ['high', 'high', 'high'],
      ['info', 'rest', 'everything else'],
      ['unknown', 'rest', 'everything else'],
    ] as const) {
      const decision = { effect: 'refresh', silent: true, reasons: [] };
      const { sink: reached, message } = await route(alert(severity), { decision, topic: 't' });
      expect(reached).toBe(output);
      expect(message).toMatchObject({ payload: alert(severity), decision, topic: 't' });
      expect(message?.route).toMatchObject({ name, index: SINKS.indexOf(output), matched: true });
    }
  });

  test('keeps the whole life of an alert on its output', async () => {
    for (const type of ['created', 'escalated', 'comment-added', 'accepted', 'resolved', 'test']) {
      expect((await route(alert('high', { type }))).sink).toBe('high');
    }
  });

  test('shows where the last alert went, and why', async () => {
    const from = runtime.told.length;
    await route(alert('critical'));
    const { status } = await runtime.status('router', /critical/, from);
    expect(status).toMatchObject({
      fill: 'green',
      text: '→ critical · It holds for severity critical.',
    });
  });

  test('has an output for what no rule takes', async () => {
    await runtime.deploy(
      flow({ rules: preset.slice(0, 2), wires: [['critical'], ['high'], ['unrouted']] }),
    );
    const from = runtime.told.length;
    const { sink: reached, message } = await route(alert('info'));
    expect(reached).toBe('unrouted');
    expect(message?.route).toEqual({
      ...{ name: 'unrouted', index: 2, matched: false },
      reasons: [
        { rule: 'critical', message: 'The severity info is below critical.' },
        { rule: 'high', message: 'The severity info is below high.' },
      ],
    });
    await runtime.status('router', /^unrouted · The severity info is below critical\.$/, from);
  });

  test('says which rule cannot be evaluated, and lets the others work', async () => {
    const from = runtime.told.length;
    await runtime.deploy(flow({ rules: [rule('payments', { sources: ['/pay/'] }), ...preset] }));
    const { status } = await runtime.status('router', /^router\.source$/, from);
    expect(status?.fill).toBe('red');
    expect(runtime.logs('router').join('\n')).toMatch(/Rule "payments": .* use \* and \?/);
    const origin = { name: 'pay' };
    expect((await route(alert('critical', { origin }))).message?.route).toMatchObject({
      ...{ name: 'critical', index: 1 },
      reasons: [{ rule: 'critical' }, { rule: 'payments' }, { rule: 'payments' }],
    });
  });

  test('hands what is no alert to Catch, and goes on', async () => {
    await runtime.deploy([
      ...flow(),
      placed({ id: 'catch', type: 'catch', scope: null, wires: [['caught']] }),
      sink('caught'),
    ]);
    const { sink: reached, message } = await route({ hello: 'world' });
    expect(reached).toBe('caught');
    expect(message).toMatchObject({ error: { code: 'alert.not_an_alert_event' } });
    expect((await route(alert('critical'))).sink).toBe('critical');
  });

  /** Also a sink behind the node that Node-RED tells of every message the router is done with. */
  const withDone = (changes = {}): FlowNode[] => [
    ...flow(changes),
    placed({ id: 'complete', type: 'complete', scope: ['router'], wires: [['done']] }),
    sink('done'),
  ];

  test('is done with an alert that nobody is there for', async () => {
    await runtime.deploy(withDone({ wires: [['critical'], [], ['rest'], ['unrouted']] }));
    const from = runtime.told.length;
    const body = ilertBody();
    expect((await post(runtime, body)).body).toMatchObject({ accepted: 1 });
    await runtime.until((told) => told.sink === 'done', from);
    const { status } = await runtime.status('router', /^→ high, where nothing is wired$/, from);
    expect(status?.fill).toBe('yellow');
    expect((await post(runtime, body)).body).toMatchObject({ accepted: 0 });
  });

  test('leaves an alert to those behind its output', async () => {
    await runtime.deploy(withDone());
    const from = runtime.told.length;
    const body = ilertBody();
    expect((await post(runtime, body)).body).toMatchObject({ accepted: 1 });
    await runtime.until((told) => told.sink === 'done', from);
    expect((await post(runtime, body)).body).toMatchObject({ accepted: 1 });
  });
});
