import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './package-under-test';
import type { FlowNode } from './runtime';

export const SECRET = 'the-secret-of-the-tests-0123456789';
export const PATH = '/alertwire/ilert-slack';

const example: FlowNode[] = JSON.parse(
  readFileSync(join(checkout, 'node-red/examples/ilert to Slack.json'), 'utf8'),
);

export const ids = {
  in: 'alertwire00in001',
  filter: 'alertwire00filt1',
  slack: 'alertwire00slac1',
  secret: 'alertwire00secr1',
  connection: 'alertwire00conn1',
} as const;

export interface Changes {
  readonly webhookUrl?: string | undefined;
  readonly secret?: string;
  /** Values by node id; `null` leaves the node out. */
  readonly nodes?: Readonly<Record<string, object | null>>;
  readonly add?: readonly FlowNode[];
}

const SINKS: Readonly<Record<string, string>> = {
  [ids.slack]: 'sent',
  alertwire00dbg01: 'dropped',
  alertwire00dbg02: 'caught',
};

/** The example flow, with sinks in place of its debug nodes and behind its end. */
export function exampleFlow(changes: Changes = {}): FlowNode[] {
  const { webhookUrl, secret = SECRET, nodes = {}, add = [] } = changes;
  const credentials: Readonly<Record<string, object | undefined>> = {
    [ids.secret]: secret ? { secret } : undefined,
    [ids.connection]: webhookUrl ? { webhookUrl } : undefined,
  };
  const flow = example.flatMap((node): FlowNode[] => {
    if (nodes[node.id] === null) return [];
    const sink = { ...node, type: 'test-sink', id: SINKS[node.id] ?? '' };
    if (node.type === 'debug') return [sink];
    const wires = (node.wires as string[][] | undefined)?.map((output) =>
      output.map((id) => (id === ids.slack ? id : (SINKS[id] ?? id))),
    );
    return [
      {
        ...node,
        ...(wires && { wires: node.id === ids.slack ? [['sent']] : wires }),
        ...(credentials[node.id] && { credentials: credentials[node.id] }),
        ...nodes[node.id],
      },
    ];
  });
  const sent = { id: 'sent', type: 'test-sink', z: example[0].id, name: '', wires: [] };
  return [...flow, sent, ...add];
}
