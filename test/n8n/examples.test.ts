import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type INode, NodeHelpers } from 'n8n-workflow';
import { type Host, loadHost, PACKAGE } from './support/host';
import { root } from './support/package';

const folder = join(root, 'examples', 'n8n');

interface Example {
  readonly nodes: readonly INode[];
  readonly connections: Readonly<
    Record<string, { readonly main: readonly (readonly { readonly node: string }[])[] }>
  >;
}

const EXAMPLES = readdirSync(folder).map((file): [string, Example] => [
  file,
  JSON.parse(readFileSync(join(folder, file), 'utf8')),
]);

/** Outputs of an Alert Router as it comes. */
const ROUTES = 4;
/** Two lines of a name and a subtitle, below a node. */
const WORDS = 64;

/** A node as n8n draws it: as high as its outputs need. */
const boxOf = ({ name, parameters, position: [left, top] }: INode, outputs: number) => {
  const { width = 96, height = Math.max(96, 32 * (outputs + 1)) + WORDS } = parameters as {
    readonly width?: number;
    readonly height?: number;
  };
  return { name, left, top, right: left + width, bottom: top + height };
};

let host: Host;

beforeAll(async () => {
  host = await loadHost();
});

describe.each(EXAMPLES)('%s', (_file, { nodes, connections }) => {
  const ours = nodes.filter(({ type }) => type.startsWith(PACKAGE));
  const descriptionOf = ({ type }: INode) => host.node(type.split('.')[1] ?? '').description;

  it('holds nodes as they are, with nothing left to fill in but credentials', () => {
    for (const node of ours) {
      const { properties } = descriptionOf(node);
      const names = properties.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(Object.keys(node.parameters)));
      const issues = NodeHelpers.getNodeParametersIssues(properties, node, descriptionOf(node));
      expect([node.name, issues]).toEqual([node.name, null]);
    }
  });

  it('covers no node with another', () => {
    const boxes = nodes.map((node) => {
      const { outputs } = ours.includes(node) ? descriptionOf(node) : { outputs: [] };
      return boxOf(node, Array.isArray(outputs) ? outputs.length : ROUTES);
    });
    const covering = boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.name} and ${b.name}`),
    );
    expect(covering).toEqual([]);
  });

  it('names credentials that the nodes ask for', () => {
    for (const node of ours) {
      const asked = descriptionOf(node).credentials?.map(({ name }) => name) ?? [];
      expect(asked).toEqual(expect.arrayContaining(Object.keys(node.credentials ?? {})));
    }
  });

  it('wires outputs that are there to nodes that are there', () => {
    for (const [from, { main }] of Object.entries(connections)) {
      const node = ours.find(({ name }) => name === from);
      const outputs = node && descriptionOf(node).outputs;
      const rules =
        (node?.parameters.rules as { rules?: unknown[] } | undefined)?.rules?.length ?? 0;
      const errors = node?.onError === 'continueErrorOutput' ? 1 : 0;
      if (Array.isArray(outputs))
        expect(main.length).toBeLessThanOrEqual(outputs.length + errors + rules);
      const known = new Set(nodes.map(({ name }) => name));
      for (const { node: to } of main.flat()) expect(known).toContain(to);
    }
  });
});
