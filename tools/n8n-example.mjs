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
 * the credentials get today's values, which are given by the credential's name.
 */
export async function installExample(session, dataByName) {
  const ids = await upsertCredentials(session, dataByName);
  const workflows = await session.call('GET', '/workflows');
  const found = workflows.find(({ name }) => name === example.name);
  const { id } = found ?? (await session.call('POST', '/workflows', withCredentials(ids)));
  const { versionId } = await session.call('GET', `/workflows/${id}`);
  await session.call('POST', `/workflows/${id}/activate`, { versionId });
}

async function upsertCredentials(session, dataByName) {
  const existing = await session.call('GET', '/credentials');
  const ids = {};
  for (const { type, name } of credentialsOfExample()) {
    const found = existing.find((credential) => credential.name === name);
    const body = { name, type, data: dataByName[name] };
    const saved = found
      ? await session.call('PATCH', `/credentials/${found.id}`, body)
      : await session.call('POST', '/credentials', body);
    ids[name] = saved.id;
  }
  return ids;
}

const credentialsOfExample = () =>
  example.nodes.flatMap(({ credentials = {} }) =>
    Object.entries(credentials).map(([type, { name }]) => ({ type, name })),
  );

const withCredentials = (ids) => ({
  ...example,
  nodes: example.nodes.map(({ credentials = {}, ...node }) => ({
    ...node,
    credentials: Object.fromEntries(
      Object.entries(credentials).map(([type, { name }]) => [type, { id: ids[name], name }]),
    ),
  })),
});
