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

describe.each(examples)('$name', ({ nodes }) => {
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
