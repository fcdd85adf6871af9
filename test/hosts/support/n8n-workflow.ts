import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { N8nSession } from './n8n-session';
import { root } from './served';

interface Node {
  readonly name: string;
  readonly webhookId?: string;
  readonly parameters: object;
  readonly credentials?: Readonly<Record<string, { readonly name: string }>>;
}

export interface Installed {
  readonly workflowId: string;
  /** Of each credential by its type. */
  readonly credentialIds: ReadonlyMap<string, string>;
  /** The id of the trigger's webhook. */
  readonly webhookId: string;
}

/** Puts an example and its credentials in place, with parameters of the test's own, and publishes it. */
export async function installExample(
  session: N8nSession,
  file: string,
  data: Readonly<Record<string, object>>,
  parameters: (node: Node) => object,
): Promise<Installed> {
  const example: { nodes: Node[] } = JSON.parse(
    readFileSync(join(root, 'examples', 'n8n', file), 'utf8'),
  );
  const ids = new Map<string, string>();
  for (const [type, { name }] of example.nodes.flatMap((node) =>
    Object.entries(node.credentials ?? {}),
  )) {
    if (ids.has(type)) continue;
    const body = { name: `${name} of the test`, type, data: data[type] };
    ids.set(type, (await session.call<{ id: string }>('POST', '/credentials', body)).id);
  }
  const nodes = example.nodes.map((node) => ({
    ...node,
    parameters: { ...node.parameters, ...parameters(node) },
    credentials: Object.fromEntries(
      Object.entries(node.credentials ?? {}).map(([type, { name }]) => [
        type,
        { id: ids.get(type), name },
      ]),
    ),
  }));
  const created = await session.call<{ id: string; versionId: string }>('POST', '/workflows', {
    ...example,
    nodes,
  });
  const { id, versionId } = created;
  await session.call('POST', `/workflows/${id}/activate`, { versionId });
  const webhookId = example.nodes.find((node) => node.webhookId)?.webhookId ?? '';
  return { workflowId: id, credentialIds: ids, webhookId };
}
