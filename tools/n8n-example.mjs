import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNew } from './home.mjs';
import { root } from './repository.mjs';

const example = JSON.parse(
  readFileSync(join(root, 'examples', 'n8n', 'severity-routing-to-four-chats.json'), 'utf8'),
);

const TRIGGERS = {
  'n8n-nodes-alertwire.slackAlertTrigger': 'slack',
  'n8n-nodes-alertwire.microsoftTeamsAlertTrigger': 'teams',
  'n8n-nodes-alertwire.mattermostAlertTrigger': 'mattermost',
};

const pathOf = ({ webhookId }) => `${webhookId}/alertwire`;

/** Where n8n serves the example's trigger, below `/webhook/`. */
export const exampleWebhookPath = () => pathOf(example.nodes.find(({ webhookId }) => webhookId));

/** Where people's answers from the chats go that call an address, by the chat. */
export const exampleAnswerAddresses = (url) =>
  Object.fromEntries(
    example.nodes
      .filter(({ type }) => TRIGGERS[type])
      .map((node) => [TRIGGERS[node.type], `${url}/webhook/${pathOf(node)}`]),
  );

/** Stands for the person's own n8n. */
const PLACEHOLDER = 'https://n8n.example.com';

/**
 * Puts the example workflow and its credentials, in place and publishes it.
 * On a later start credentials only get what has changed since: a person's own values stay.
 */
export async function installExample(session, home, { url, credentialsOf, channelOf }) {
  const ids = await upsertCredentials(session, home, credentialsOf);
  const workflows = await session.call('GET', '/workflows');
  const found = workflows.find(({ name }) => name === example.name);
  const { id } = found ?? (await session.call('POST', '/workflows', filledIn(ids, url, channelOf)));
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
const filledIn = (ids, url, channelOf) => ({
  ...example,
  nodes: example.nodes.map(({ credentials = {}, ...node }) => ({
    ...node,
    parameters: withAddress(withChannel(node.parameters, channelOf(node)), url),
    credentials: Object.fromEntries(
      Object.entries(credentials).map(([type, { name }]) => [type, { id: ids[name], name }]),
    ),
  })),
});

const withChannel = (parameters, value) =>
  parameters.channelId && value
    ? { ...parameters, channelId: { ...parameters.channelId, value } }
    : parameters;

const withAddress = ({ answerAddress, ...parameters }, url) =>
  answerAddress
    ? { ...parameters, answerAddress: answerAddress.replace(PLACEHOLDER, url) }
    : parameters;
