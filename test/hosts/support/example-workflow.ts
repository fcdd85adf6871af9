import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../n8n/support/package';

interface ExampleNode {
  readonly name: string;
  readonly webhookId?: string;
  readonly credentials?: Record<string, { name: string }>;
}

interface Example {
  readonly name: string;
  readonly nodes: ExampleNode[];
}

/** The example of the repository, with credentials put in by the name of the node. */
export function exampleWorkflow(credentialOf: (node: string, type: string) => string): Example {
  const file = join(root, 'examples', 'n8n', 'ilert-to-slack.json');
  const example = JSON.parse(readFileSync(file, 'utf8')) as Example;
  return {
    ...example,
    nodes: example.nodes.map((node) => ({
      ...node,
      ...(node.credentials && {
        credentials: Object.fromEntries(
          Object.entries(node.credentials).map(([type, { name }]) => [
            type,
            { id: credentialOf(node.name, type), name },
          ]),
        ),
      }),
    })),
  };
}

export const webhookPathOf = ({ nodes }: Example): string =>
  `/webhook/${nodes.find(({ webhookId }) => webhookId)?.webhookId}/alertwire`;
