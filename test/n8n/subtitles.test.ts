import { beforeAll, describe, expect, it } from '@jest/globals';
import { type INode, type INodeParameters, Workflow } from 'n8n-workflow';
import { type Host, loadHost, PACKAGE } from './support/host';

let host: Host;

beforeAll(async () => {
  host = await loadHost();
});

/** What n8n writes below a node on the canvas. */
const subtitleOf = (type: string, parameters: INodeParameters): unknown => {
  const { nodeTypes } = host;
  const node: INode = {
    ...{ id: 'one', name: 'One', type: `${PACKAGE}.${type}`, typeVersion: 1 },
    ...{ position: [0, 0], parameters },
  };
  const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
  const { subtitle } = host.node(type).description;
  const placed = workflow.getNode('One') ?? node;
  return workflow.expression.getSimpleParameterValue(placed, subtitle, 'internal', {});
};

describe('the subtitle of the Alert Filter', () => {
  it.each([
    ['all severities', {}],
    ['high and above', { minimumSeverity: 'high' }],
    ['all severities · quiet 22:00–07:00', { quietHours: true }],
    [
      'high and above · quiet 20:00–06:30',
      { minimumSeverity: 'high', quietHours: true, quietFrom: '20:00', quietTo: '06:30' },
    ],
  ])('is %s', (subtitle, parameters) => {
    expect(subtitleOf('alertFilter', parameters)).toBe(subtitle);
  });
});

it('the subtitle of the Alert Router names its outputs', () => {
  expect(subtitleOf('alertRouter', {})).toBe('critical · high · everything else');
});

it('the subtitle of a chat names the operation', () => {
  expect(subtitleOf('slackAlert', {})).toBe('upsert: alert');
});
