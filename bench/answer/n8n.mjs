import { answering } from '../../tools/answering.mjs';
import { N8nSession } from '../../tools/n8n-session.mjs';
import { credentialOf, publishLine } from '../n8n.mjs';
import { postTo } from './alerts.mjs';
import { measure } from './measure.mjs';
import { served } from './served.mjs';

/** An execution goes on for tens of ms after its webhook was answered. */
const HOW = { rounds: 200, restMs: 100 };
const PLAIN_SECRET = { name: 'X-Plain-Secret', value: 'the-secret-of-the-bench' };

/** n8n's own Webhook with Header Auth, to be fair. */
const plainTrigger = (credential) => ({
  type: 'n8n-nodes-base.webhook',
  typeVersion: 2,
  webhookId: '5a0c7d9b-2e41-4b4c-86ad-3f1e5a0c7d9c',
  parameters: { httpMethod: 'POST', path: 'plain', authentication: 'headerAuth', options: {} },
  credentials: { httpHeaderAuth: { id: credential, name: 'Plain' } },
});

const packTrigger = (credential) => ({
  type: 'n8n-nodes-alertwire.alertTrigger',
  typeVersion: 1,
  webhookId: '5a0c7d9b-2e41-4b4c-86ad-3f1e5a0c7d9d',
  parameters: { platform: 'detect', settings: {} },
  credentials: { alertwireWebhookSecretApi: { id: credential, name: 'Pack' } },
});

/** Alert Trigger beside n8n's own Webhook, each with one node behind it. */
export async function measureN8n(application) {
  const env = { ALERTWIRE_N8N_HOME: application };
  const { url, secret, output, stop } = await served('serve-n8n.mjs', env);
  try {
    const [, email, password] = /Sign in as (\S+) with (\S+)\. /.exec(output) ?? [];
    const session = await N8nSession.open(url, { email, password });
    await publish(session, plainTrigger, 'httpHeaderAuth', PLAIN_SECRET);
    await publish(session, packTrigger, 'alertwireWebhookSecretApi', { secret });
    const plainUrl = `${url}/webhook/plain`;
    const packUrl = `${url}/webhook/${packTrigger().webhookId}/alertwire`;
    await Promise.all([plainUrl, packUrl].map(answering));
    const plain = postTo(plainUrl, { [PLAIN_SECRET.name]: PLAIN_SECRET.value });
    const pack = postTo(packUrl, { 'x-alertwire-secret': secret });
    return await measure({ plain, pack }, HOW);
  } finally {
    await stop();
  }
}

async function publish(session, trigger, type, data) {
  const { [type]: credential } = await credentialOf(session, type, data);
  const nothing = { type: 'n8n-nodes-base.noOp' };
  await publishLine(session, type, [trigger(credential.id), nothing]);
}
