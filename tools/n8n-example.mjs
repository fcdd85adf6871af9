import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './repository.mjs';

const example = JSON.parse(
  readFileSync(join(root, 'examples', 'n8n', 'ilert-to-slack.json'), 'utf8'),
);

/** Where n8n serves the example's trigger, below `/webhook/`. */
export const exampleWebhookPath = () =>
  `${example.nodes.find(({ webhookId }) => webhookId).webhookId}/alertwire`;

/**
 * Puts the example workflow and its credentials in place and publishes it; on a later start only
 * the credentials get today's values.
 */
export async function installExample(session, dataByType) {
  const credentials = await upsertCredentials(session, dataByType);
  const workflows = await session.call('GET', '/workflows');
  const found = workflows.find(({ name }) => name === example.name);
  const workflow = found ?? (await createWorkflow(session, credentials));
  const { versionId } = await session.call('GET', `/workflows/${workflow.id}`);
  await session.call('POST', `/workflows/${workflow.id}/activate`, { versionId });
}

async function upsertCredentials(session, dataByType) {
  const existing = await session.call('GET', '/credentials');
  const byType = {};
  for (const [type, data] of Object.entries(dataByType)) {
    const name = `Alertwire sandbox (${type})`;
    const found = existing.find((credential) => credential.name === name);
    const body = { name, type, data };
    const { id } = found
      ? await session.call('PATCH', `/credentials/${found.id}`, body)
      : await session.call('POST', '/credentials', body);
    byType[type] = { id, name };
  }
  return byType;
}

const createWorkflow = (session, credentials) =>
  session.call('POST', '/workflows', {
    ...example,
    active: false,
    nodes: example.nodes.map((node) => ({
      ...node,
      ...(node.credentials && {
        credentials: Object.fromEntries(
          Object.keys(node.credentials).map((type) => [type, credentials[type]]),
        ),
      }),
    })),
  });
