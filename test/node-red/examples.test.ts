import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkout } from './support/package-under-test';

interface ExampleNode {
  readonly id: string;
  readonly type: string;
  readonly path?: string;
  readonly secret?: string;
  readonly authentication?: string;
  readonly connection?: string;
  readonly botConnection?: string;
  readonly signingKey?: string;
  readonly outgoing?: string;
  readonly name?: string;
  readonly x?: number;
  readonly y?: number;
  readonly wires?: readonly unknown[];
}

const isConnected = ({ connection, botConnection }: ExampleNode) =>
  Boolean(connection || botConnection);
/** It hears what people do in a chat. */
const isListener = ({ type, connection, outgoing }: ExampleNode) =>
  /-response$/.test(type) && Boolean(connection || outgoing);

const base = join(checkout, 'node-red/examples');
const examples = readdirSync(base).map((name) => ({
  name,
  nodes: JSON.parse(readFileSync(join(base, name), 'utf8')) as readonly ExampleNode[],
}));
const all = examples.flatMap(({ nodes }) => nodes);
const repeated = (values: readonly string[]) =>
  values.filter((value, index) => values.indexOf(value) !== index);

/** An imported node takes a config node of the same id that is already there for its own. */
test('no two examples share an id', () => {
  expect(repeated(all.map(({ id }) => id))).toEqual([]);
});

test('no two examples wait on the same path', () => {
  const paths = all.flatMap(({ path }) => path ?? []);
  expect(paths.length).toBeGreaterThan(examples.length);
  expect(repeated(paths)).toEqual([]);
});

/** As the editor draws a node: around its place, as wide as its label, with its status below. */
const drawn = ({ type, name, path, x = 0, y = 0, wires = [] }: ExampleNode) => {
  const kind = type.replace('alertwire-', '').replace(/-(?:in|response)$/, '');
  const label =
    name || [kind, path].filter(Boolean).join(type.endsWith('-in') ? ' in ' : ' response in ');
  const width = Math.max(100, 50 + label.length * 6.5);
  const height = Math.max(30, wires.length * 15);
  return {
    label,
    left: x - width / 2,
    right: x + width / 2,
    top: y - height / 2,
    bottom: y + height / 2 + 18,
  };
};

describe.each(examples)('$name', ({ nodes }) => {
  test('no node covers another or leaves the canvas', () => {
    const boxes = nodes.filter(({ x }) => x !== undefined).map(drawn);
    const covering = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.label} and ${b.label}`),
    );
    expect(covering).toEqual([]);
    expect(boxes.filter(({ left }) => left < 0)).toEqual([]);
  });

  const typeOf = (id: string | undefined) => nodes.find((node) => node.id === id)?.type;

  test('holds the config nodes it needs, each for its own kind of node', () => {
    for (const { type, secret, signingKey } of nodes.filter((node) => node.path)) {
      expect(type).toMatch(/^alertwire-(alert-in|[a-z]+-response)$/);
      const kind = type.endsWith('-response') ? 'signing-key' : 'webhook-secret';
      expect(typeOf(secret ?? signingKey)).toBe(`alertwire-${kind}`);
    }
    for (const { type, connection, outgoing } of nodes.filter(isListener)) {
      const kinds = outgoing ? ['outgoing'] : ['bot', 'app'];
      const chat = type.replace(/-response$/, '');
      expect(kinds.map((kind) => `${chat}-${kind}`)).toContain(typeOf(outgoing || connection));
    }
    const senders = nodes.filter((node) => !isListener(node) && isConnected(node));
    expect(nodes.filter(isConnected).length).toBeGreaterThan(0);
    for (const { type, authentication, connection, botConnection } of senders) {
      const chat = type.replace(/-alert$/, '');
      const own = typeOf(authentication === 'bot' ? botConnection : connection);
      const kinds = authentication === 'bot' ? ['bot', 'app'] : ['webhook', 'workflow', 'robot'];
      expect(kinds.map((kind) => `${chat}-${kind}`)).toContain(own);
    }
  });
});
