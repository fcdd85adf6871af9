import { N8nSession } from '../../tools/n8n-session.mjs';
import { comment } from './alerts.mjs';
import { measure } from './measure.mjs';
import { served } from './served.mjs';

const ROUNDS = 200;
const PATH = 'plain-webhook-of-the-bench';

const HEADER = { name: 'X-Plain-Secret', value: 'the-secret-of-the-bench' };

const plainWorkflow = (credential) => ({
  name: 'Plain',
  nodes: [
    {
      id: '5a0c7d9b-2e41-4b4c-86ad-3f1e5a0c7d9b',
      name: 'Webhook',
      type: 'n8n-nodes-base.webhook',
      typeVersion: 2,
      position: [0, 0],
      webhookId: '5a0c7d9b-2e41-4b4c-86ad-3f1e5a0c7d9c',
      parameters: { httpMethod: 'POST', path: PATH, authentication: 'headerAuth', options: {} },
      credentials: { httpHeaderAuth: credential },
    },
    {
      id: '5a0c7d9b-2e41-4b4c-86ad-3f1e5a0c7d9d',
      name: 'Nothing',
      type: 'n8n-nodes-base.noOp',
      typeVersion: 1,
      position: [200, 0],
      parameters: {},
    },
  ],
  connections: { Webhook: { main: [[{ node: 'Nothing', type: 'main', index: 0 }]] } },
  settings: { executionOrder: 'v1' },
});

/** Alert Trigger beside n8n's own Webhook with Header Auth, each with one node behind it. */
export async function measureN8n(application) {
  const env = { ALERTWIRE_N8N_HOME: application };
  const { url, secret, webhookUrl, output, stop } = await served('serve-n8n.mjs', env);
  try {
    const [, email, password] = /Sign in as (\S+) with (\S+)\. /.exec(output) ?? [];
    await publish(await N8nSession.open(url, { email, password }));
    await answering(`${url}/webhook/${PATH}`);
    return await measure(
      {
        plain: (nth) => ({
          url: `${url}/webhook/${PATH}`,
          headers: { [HEADER.name]: HEADER.value },
          body: comment(nth),
        }),
        pack: (nth) => ({
          url: webhookUrl,
          headers: { 'x-alertwire-secret': secret },
          body: comment(nth),
        }),
      },
      ROUNDS,
    );
  } finally {
    await stop();
  }
}

async function publish(session) {
  const { id: credentialId } = await session.call('POST', '/credentials', {
    name: 'Plain',
    type: 'httpHeaderAuth',
    data: HEADER,
  });
  const workflow = plainWorkflow({ id: credentialId, name: 'Plain' });
  const { id, versionId } = await session.call('POST', '/workflows', workflow);
  await session.call('POST', `/workflows/${id}/activate`, { versionId });
}

/** n8n says a workflow is published a moment before its address answers. */
async function answering(address) {
  for (;;) {
    const { status } = await fetch(address, { method: 'POST' });
    if (status !== 404) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
