import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  type INode,
  type INodeOutputConfiguration,
  type INodeParameters,
  NodeHelpers,
  Workflow,
} from 'n8n-workflow';
import { alertEvent } from './support/alerts';
import { type Host, loadHost, PACKAGE } from './support/host';
import { type NodeRun, runNode } from './support/run-node';

let host: Host;

beforeAll(async () => {
  host = await loadHost();
});

const run = (changes: Partial<NodeRun> = {}) =>
  runNode(host, { type: 'alertRouter', items: [alertEvent()], ...changes });

const withAlert = (alert: object, more: object = {}) =>
  alertEvent({ alert: { ...(alertEvent().alert as object), ...alert }, ...more });
const withSeverity = (severity: string, more: object = {}) => withAlert({ severity }, more);
const rules = (...rows: INodeParameters[]): INodeParameters => ({ rules: { rules: rows } });

const workflowOf = (parameters: INodeParameters, changes: Partial<INode> = {}) => {
  const node: INode = {
    ...{ id: 'router', name: 'Router', type: `${PACKAGE}.alertRouter`, typeVersion: 1 },
    ...{ position: [0, 0], parameters, ...changes },
  };
  const { nodeTypes } = host;
  const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
  return { workflow, node: workflow.getNode('Router') ?? node };
};

/** As n8n finds them, to draw the node and to run it. */
const outputsOf = (parameters: INodeParameters, changes: Partial<INode> = {}) => {
  const { workflow, node } = workflowOf(parameters, changes);
  return NodeHelpers.getNodeOutputs(workflow, node, host.node('alertRouter').description).map(
    (output) => (output as INodeOutputConfiguration).displayName,
  );
};

describe('the outputs of the Alert Router', () => {
  it('are those of the preset', () => {
    expect(outputsOf({})).toEqual(['critical', 'high', 'everything else', 'unrouted']);
  });

  it('follow the rules, by name or else by place', () => {
    const named = rules({ outputName: 'payments' }, { outputName: '' }, {});
    expect(outputsOf(named)).toEqual(['payments', 'rule 2', 'rule 3', 'unrouted']);
    expect(outputsOf({ rules: {} })).toEqual(['unrouted']);
  });

  it('have the error output behind them', () => {
    const names = outputsOf({}, { onError: 'continueErrorOutput' });
    expect(names.slice(0, 4)).toEqual(['critical', 'high', 'everything else', 'unrouted']);
    expect(names).toHaveLength(5);
  });
});

describe('the hint at rules that get no alert', () => {
  const shown = (parameters: INodeParameters): unknown => {
    const { hints = [] } = host.node('alertRouter').description;
    const condition = hints.find(({ message }) => message.includes('get none'))?.displayCondition;
    const { workflow, node } = workflowOf(parameters);
    return workflow.expression.getSimpleParameterValue(node, condition, 'internal', {});
  };

  it('is shown where a rule before the last takes every alert', () => {
    expect(shown({})).toBe(false);
    expect(shown(rules({ outputName: 'all' }, { outputName: 'behind' }))).toBe(true);
    expect(shown(rules({ sources: ['a'] }, { minimumSeverity: 'high' }, {}))).toBe(false);
  });
});

describe('Alert Router', () => {
  it('passes the whole item on, with the route beside the alert and the decision', async () => {
    const decision = { effect: 'refresh', silent: true, reasons: [] };
    const item = { ...withSeverity('critical'), decision };
    const { status, outputs } = await run({ items: [item] });
    expect(status).toBe('success');
    expect(outputs).toEqual([
      [
        {
          json: {
            ...item,
            route: {
              index: 0,
              name: 'critical',
              matched: true,
              reasons: [{ rule: 'critical', message: 'It holds for severity critical.' }],
            },
          },
          pairedItem: { item: 0 },
        },
      ],
      [],
      [],
      [],
    ]);
  });

  it('sends every item to one output, and keeps the items in pairs', async () => {
    const items = ['info', 'critical', 'unknown', 'high'].map((severity) => withSeverity(severity));
    const { outputs, hints } = await run({ items });
    expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
      [{ item: 1 }],
      [{ item: 3 }],
      [{ item: 0 }, { item: 2 }],
      [],
    ]);
    expect(hints).toEqual([]);
  });

  it.each(['accepted', 'resolved', 'comment-added', 'test'])(
    'sends %s where the alert went',
    async (type) => {
      const { outputs } = await run({ items: [withSeverity('high', { type })] });
      expect(outputs.map((output) => output.length)).toEqual([0, 1, 0, 0]);
    },
  );

  it('reads sources, label groups and unknown severities as the core means them', async () => {
    const group = (key: string, operator: string, values: string[]) => ({
      conditions: { conditions: [{ key, operator, values }] },
    });
    const parameters = rules(
      { outputName: 'unknown', minimumSeverity: 'critical', passUnknownSeverity: true },
      {
        outputName: 'teams',
        labelGroups: {
          groups: [group('team', 'in', ['search']), group('team', 'in', ['pay*'])],
        },
        sources: ['Prod*'],
      },
    );
    const from = (name: string, alert: object) => withAlert(alert, { origin: { name } });
    const items = [
      from('Production', { severity: 'unknown' }),
      from('Production', { labels: { team: 'payments' } }),
      from('Staging', { labels: { team: 'payments' } }),
      from('Production', { labels: { team: 'billing' } }),
    ];
    const { outputs, hints } = await run({ items, parameters });
    expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
      [{ item: 0 }],
      [{ item: 1 }],
      [{ item: 2 }, { item: 3 }],
    ]);
    expect(outputs[1]?.[0]?.json.route).toMatchObject({
      name: 'teams',
      reasons: [
        { rule: 'teams', message: 'It holds for source "Production", labels 2.' },
        { rule: 'unknown' },
      ],
    });
    expect(outputs[2]?.[0]?.json.route).toMatchObject({ name: 'unrouted', matched: false });
    expect(hints).toEqual(["No rule took 2 alerts: see the output 'unrouted'."]);
  });

  it('takes expressions item by item', async () => {
    const parameters = rules({ outputName: 'own', minimumSeverity: '={{ $json.least }}' });
    const items = [
      { ...withSeverity('high'), least: 'high' },
      { ...withSeverity('high'), least: 'critical' },
    ];
    const { outputs } = await run({ items, parameters });
    expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
      [{ item: 0 }],
      [{ item: 1 }],
    ]);
  });
});

describe('Alert Router, with a rule that cannot be evaluated', () => {
  const parameters = rules({ outputName: 'payments', sources: ['/pay.*/'] });

  it('stops, and says which rule and what to do', async () => {
    const { status, error, outputs } = await run({ parameters });
    expect({ status, outputs }).toEqual({ status: 'error', outputs: [] });
    expect(error).toMatchObject({
      name: 'NodeOperationError',
      message: expect.stringMatching(/^Rule "payments": .* use \* and \?\./),
      description: expect.stringContaining('Correct this value'),
      context: { code: 'router.source' },
    });
  });

  it('routes nothing, and sends all to the error output', async () => {
    const { outputs } = await run({ parameters, onError: 'continueErrorOutput' });
    expect(outputs.map((output) => output.length)).toEqual([0, 0, 1]);
  });
});

describe('Alert Router, given something that is no alert', () => {
  const items = [alertEvent(), { hello: 'world' }];

  it('stops and names the item', async () => {
    const { error } = await run({ items });
    expect(error).toMatchObject({
      message: expect.stringMatching(/\[item 1\]$/),
      context: { code: 'alert.not_an_alert_event', itemIndex: 1 },
    });
  });

  it('sends it to the error output, as it was', async () => {
    const { outputs } = await run({ items, onError: 'continueErrorOutput' });
    expect(outputs.map((output) => output.map(({ pairedItem }) => pairedItem))).toEqual([
      [],
      [{ item: 0 }],
      [],
      [],
      [{ item: 1 }],
    ]);
    expect(outputs[4]?.[0]?.json).toEqual({ hello: 'world', error: expect.any(String) });
  });

  it('marks it on the last output when told to continue on the regular ones', async () => {
    const { status, outputs } = await run({ items, onError: 'continueRegularOutput' });
    expect(status).toBe('success');
    expect(outputs.map((output) => output.length)).toEqual([0, 1, 0, 1]);
    expect(outputs[3]?.[0]?.json).toEqual({ hello: 'world', error: expect.any(String) });
  });
});
