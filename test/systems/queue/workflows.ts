import { randomUUID } from 'node:crypto';
import type { N8nSession } from '../../hosts/support/n8n-session';

export const SECRET = 'queue-mode-webhook-secret-0123456789';

interface Credential {
  readonly type: string;
  readonly data: object;
}

/** Creates credentials, each under its type; resolves with what nodes refer to. */
export const createCredentials = async (
  session: N8nSession,
  credentials: readonly Credential[],
): Promise<Readonly<Record<string, { id: string; name: string }>>> => {
  const created: Record<string, { id: string; name: string }> = {};
  for (const { type, data } of credentials) {
    const answer = { name: type, type, data };
    const { id } = await session.call<{ id: string }>('POST', '/credentials', answer);
    created[type] = { id, name: type };
  }
  return created;
};

type Credentials = Awaited<ReturnType<typeof createCredentials>>;

const node = (
  name: string,
  type: string,
  parameters: object,
  credentials: Credentials,
  extra: object = {},
) => ({
  id: randomUUID(),
  name,
  type,
  typeVersion: 1,
  position: [0, 0],
  parameters,
  credentials,
  ...extra,
});

const wire = (from: string, to: string) => ({
  [from]: { main: [[{ node: to, type: 'main', index: 0 }]] },
});

const publish = async (session: N8nSession, workflow: object): Promise<string> => {
  const { id } = await session.call<{ id: string }>('POST', '/workflows', workflow);
  const { versionId } = await session.call<{ versionId: string }>('GET', `/workflows/${id}`);
  await session.call('POST', `/workflows/${id}/activate`, { versionId });
  return id;
};

/** Alert Trigger → Slack Alert with a bot and the store; and what delivers what is pending. */
export const publishWorkflows = async (
  session: N8nSession,
  credentials: Credentials,
  channel: string,
): Promise<{ readonly workflowId: string; readonly webhookPath: string }> => {
  const webhookId = randomUUID();
  const only = (...types: readonly string[]): Credentials =>
    Object.fromEntries(
      types.flatMap((type) => (credentials[type] ? [[type, credentials[type]]] : [])),
    );
  const slack = (operation: string) =>
    node(
      'Slack Alert',
      'n8n-nodes-alertwire.slackAlert',
      {
        authentication: 'bot',
        resource: 'alert',
        operation,
        channelId: { __rl: true, mode: 'id', value: channel },
        additionalFields: { messagesPerMinute: 60_000 },
      },
      only('alertwireSlackBotApi', 'alertwireStoreApi'),
    );
  const trigger = node(
    'Alert Trigger',
    'n8n-nodes-alertwire.alertTrigger',
    { platform: 'detect', settings: {} },
    only('alertwireWebhookSecretApi'),
    { webhookId },
  );
  const workflowId = await publish(session, {
    name: 'Alerts',
    nodes: [trigger, slack('upsert')],
    connections: wire('Alert Trigger', 'Slack Alert'),
    settings: { executionOrder: 'v1' },
  });
  const schedule = node(
    'Schedule Trigger',
    'n8n-nodes-base.scheduleTrigger',
    { rule: { interval: [{ field: 'seconds', secondsInterval: 10 }] } },
    {},
  );
  await publish(session, {
    name: 'Deliver pending',
    nodes: [{ ...schedule, typeVersion: 1.2 }, slack('deliverPending')],
    connections: wire('Schedule Trigger', 'Slack Alert'),
    settings: { executionOrder: 'v1' },
  });
  return { workflowId, webhookPath: `/webhook/${webhookId}/alertwire` };
};
