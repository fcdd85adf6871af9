import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answering } from '../../tools/answering.mjs';
import { startN8n } from '../../tools/n8n.mjs';
import { exampleWebhookPath } from '../../tools/n8n-example.mjs';
import { N8nSession } from '../../tools/n8n-session.mjs';
import { freePort } from '../../tools/ports.mjs';
import { sandboxChannel } from '../../tools/sandbox-bots.mjs';
import { sandboxCredentials } from '../../tools/sandbox-credentials.mjs';
import { credentialOf } from '../n8n.mjs';
import { post } from './alerts.mjs';
import { countCalls } from './counting.mjs';
import { measure } from './measure.mjs';
import { packLine, plainLine } from './n8n-lines.mjs';
import { apiKeyOf, openStore } from './store.mjs';
import { countStore } from './store-calls.mjs';

const SECRET = 'the-secret-of-the-bench-0123456789';
const SIGNING_KEY = 'the-signing-key-of-the-bench-0123456789';
/** An execution goes on for a while after the card has changed. */
const REST_MS = 300;

/** How long a card takes to change, and what the pack asks of the store. */
export async function measureN8n(application, slack) {
  const home = mkdtempSync(join(tmpdir(), 'alertwire-bench-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const n8n = await startN8n({
    application,
    home,
    url,
    webhookUrl: `${url}/webhook/${exampleWebhookPath()}`,
    credentialsOf: sandboxCredentials(slack.sandbox, SECRET, SIGNING_KEY),
    channelOf: sandboxChannel(slack.sandbox),
  });
  const calls = await countCalls(url);
  try {
    return await measureAt(url, await N8nSession.open(url, n8n.owner), slack, calls);
  } finally {
    calls.stop();
    await n8n.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

async function measureAt(url, session, slack, calls) {
  const apiKey = await apiKeyOf(session);
  const { baseUrl, token, channel } = slack;
  const credential = (...what) => credentialOf(session, ...what);
  const own = {
    channel,
    secret: await credential('alertwireWebhookSecretApi', { secret: SECRET }),
    bot: await credential('alertwireSlackBotApi', { accessToken: token, baseUrl }),
  };
  const storeAt = (base, name) =>
    credential('alertwireStoreApi', { baseUrl: base, apiKey, pingUrl: '' }, name);
  const direct = await storeAt(url, 'Store');
  const counted = await storeAt(calls.url, 'Counted store');
  /** Publishes a workflow; how to send to it. */
  const publish = async (line, path, what, headers) => {
    const published = await line(session, path, what);
    const address = `${url}${published.path}`;
    await answering(address);
    return { id: published.id, send: (body) => post(address, body, headers) };
  };
  const toPack = (path, store) =>
    publish(packLine, path, { ...own, store }, { 'x-alertwire-secret': SECRET });
  const pack = await toPack('pack', direct);
  const plain = await publish(plainLine, 'plain', slack);
  const times = await measure(slack, { pack: pack.send, plain: plain.send }, REST_MS);
  const asked = await countStore({
    session,
    calls,
    slack,
    store: openStore({ baseUrl: url, apiKey }),
    publish: (path) => toPack(path, counted),
  });
  return { times, asked };
}
