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
