import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNew } from './home.mjs';
import { root } from './repository.mjs';

const example = JSON.parse(
  readFileSync(join(root, 'examples', 'n8n', 'severity-routing-to-four-chats.json'), 'utf8'),
);

/** Where n8n serves the example's trigger, below `/webhook/`. */
export const exampleWebhookPath = () =>
  `${example.nodes.find(({ webhookId }) => webhookId).webhookId}/alertwire`;

/**
 * Puts the example workflow and its credentials, in place and publishes it.
 * On a later start credentials only get what has changed since: a person's own values stay.
 */
export async function installExample(session, home, { credentialsOf, channelOf }) {
  const ids = await upsertCredentials(session, home, credentialsOf);
  const workflows = await session.call('GET', '/workflows');
  const found = workflows.find(({ name }) => name === example.name);
  const { id } = found ?? (await session.call('POST', '/workflows', filledIn(ids, channelOf)));
  const { versionId } = await session.call('GET', `/workflows/${id}`);
  await session.call('POST', `/workflows/${id}/activate`, { versionId });
}

async function upsertCredentials(session, home, credentialsOf) {
  const existing = await session.call('GET', '/credentials');
  const ids = {};
  for (const { type, name } of credentialsOfExample()) {
    const found = existing.find((credential) => credential.name === name);
    const data = credentialsOf({ type, name });
    const save = (method, path) => session.call(method, path, { name, type, data });
    const changed = isNew(home, name, data);
    if (found && changed) await save('PATCH', `/credentials/${found.id}`);
    ids[name] = (found ?? (await save('POST', '/credentials'))).id;
  }
  return ids;
}

/** Each once, though two nodes may share one. */
const credentialsOfExample = () => [
  ...new Map(
    example.nodes
      .flatMap(({ credentials = {} }) => Object.entries(credentials))
      .map(([type, { name }]) => [name, { type, name }]),
  ).values(),
];

/** The example with credentials for everybody, and channels for whom there are some. */
const filledIn = (ids, channelOf) => ({
  ...example,
  nodes: example.nodes.map(({ credentials = {}, ...node }) => ({
    ...node,
    parameters: withChannel(node.parameters, channelOf(node)),
    credentials: Object.fromEntries(
      Object.entries(credentials).map(([type, { name }]) => [type, { id: ids[name], name }]),
    ),
  })),
});

const withChannel = (parameters, value) =>
  parameters.channelId && value
    ? { ...parameters, channelId: { ...parameters.channelId, value } }
    : parameters;
