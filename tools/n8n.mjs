import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { answering } from './answering.mjs';
import { keptSecret } from './home.mjs';
import { installExample } from './n8n-example.mjs';
import { N8nSession } from './n8n-session.mjs';
import { storeCredential } from './n8n-store.mjs';
import { unpackInto } from './pack.mjs';
import { freePort } from './ports.mjs';
import { Stop } from './progress.mjs';

/** The real n8n in a process of its own, with the pack, an owner and the published example. */
export async function startN8n({ application, home, url, webhookUrl, credentialsOf, channelOf }) {
  const folder = join(home, 'n8n');
  await unpackInto(join(folder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-alertwire'));
  const child = spawnN8n(application, folder, new URL(url).port, await freePort());
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await started(url, ended, join(folder, 'n8n.log'));
  const owner = { email: 'owner@alertwire.example', password: ownerPassword(home) };
  const session = await N8nSession.open(url, owner);
  const store = await storeCredential(session, folder, url);
  await installExample(session, folder, {
    url,
    channelOf,
    credentialsOf: ({ type, name }) => store[type] ?? credentialsOf({ type, name }),
  });
  await answering(webhookUrl);
  return {
    owner,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** n8n asks for an upper-case letter and a digit. */
const ownerPassword = (home) => `Aw1-${keptSecret(home, 'n8n-owner-password')}`;

function spawnN8n(application, folder, port, brokerPort) {
  mkdirSync(folder, { recursive: true });
  const log = createWriteStream(join(folder, 'n8n.log'));
  const child = spawn('node', [join(application, 'node_modules', 'n8n', 'bin', 'n8n'), 'start'], {
    env: {
      ...process.env,
      N8N_USER_FOLDER: folder,
      N8N_PORT: port,
      N8N_LISTEN_ADDRESS: '127.0.0.1',
      N8N_RUNNERS_BROKER_PORT: String(brokerPort),
      N8N_SECURE_COOKIE: 'false',
      N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
      N8N_DIAGNOSTICS_ENABLED: 'false',
      N8N_PERSONALIZATION_ENABLED: 'false',
      N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
      N8N_TEMPLATES_ENABLED: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  return child;
}

/** `/rest/settings` answers JSON only when the application is up; before, it is a page. */
async function started(url, ended, log) {
  let over = false;
  ended.then(() => {
    over = true;
  });
  while (!over) {
    const answer = await fetch(`${url}/rest/settings`).catch(() => undefined);
    if (answer?.headers.get('content-type')?.includes('json')) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Stop(`n8n ended before it was ready. What it said is in ${log}`);
}
