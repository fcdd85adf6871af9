import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { isNew, keptSecret } from './home.mjs';
import { example, withAddress, withChannel } from './node-red-example.mjs';

const require = createRequire(import.meta.url);

/** Node-RED in this process, with the pack, the example flow and the sandbox's addresses in it. */
export async function startNodeRed({ home, port, credentialsOf, channelOf }) {
  const RED = require('node-red');
  // Node-RED's own nodes look into the router of Express 4, whichever else is installed.
  const express = createRequire(require.resolve('node-red'))('express');
  const app = express();
  const server = createServer(app);
  RED.init(server, settings(home, port));
  app.use('/', RED.httpAdmin);
  app.use('/', RED.httpNode);
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const flows = flowsLoaded(RED.events);
  await RED.start();
  await flows;
  await deployExample(`http://127.0.0.1:${port}`, home, { credentialsOf, channelOf });
  return {
    stop: async () => {
      await RED.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * Node-RED reports itself started before it has read its flows, and answers `null` to who asks for
 * them in between. It says the rest in events: started, or stopped and why.
 * https://github.com/node-red/node-red/blob/4.1.0/packages/node_modules/%40node-red/runtime/lib/index.js#L241
 */
function flowsLoaded(events) {
  return new Promise((resolve, reject) => {
    events.once('flows:started', resolve);
    events.on('runtime-event', ({ id, payload }) => {
      if (id !== 'runtime-state' || !payload) return;
      if (payload.state) resolve();
      else if (payload.error !== 'credentials_load_failed_reset')
        reject(new Error(`Node-RED cannot read its flows (${payload.error}).`));
    });
  });
}

function settings(home, port) {
  const userDir = join(home, 'node-red');
  mkdirSync(userDir, { recursive: true });
  return {
    uiPort: port,
    httpAdminRoot: '/',
    httpNodeRoot: '/',
    userDir,
    flowFile: 'flows.json',
    credentialSecret: keptSecret(home, 'credential-secret'),
    functionGlobalContext: {},
    editorTheme: { tours: false },
    telemetry: { enabled: false, updateNotification: false },
    logging: { console: { level: 'warn' } },
  };
}

/**
 * Deploys the example where there is no flow yet. Where it already stands, it gets the secrets that
 * have changed since; whatever a person has built or entered stays as it is.
 */
async function deployExample(url, home, { credentialsOf, channelOf }) {
  const { flows, rev } = await api(url, 'GET');
  const isFirst = flows.length === 0;
  const changed = new Map(
    example()
      .map((node) => [node.id, credentialsOf(node)])
      .filter(([id, credentials]) => credentials && (isNew(home, id, credentials) || isFirst)),
  );
  const standing = isFirst ? example().map(withChannel(channelOf)) : flows;
  const nodes = standing
    .map(withAddress(url))
    .map((node) => (changed.has(node.id) ? { ...node, credentials: changed.get(node.id) } : node));
  if (nodes.every((node, index) => node === flows[index])) return;
  await api(url, 'POST', { flows: nodes, rev });
}

async function api(url, method, body) {
  const answer = await fetch(`${url}/flows`, {
    method,
    headers: {
      'Node-RED-API-Version': 'v2',
      'Node-RED-Deployment-Type': 'full',
      'Content-Type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`Node-RED refused the example flow: ${await answer.text()}`);
  return answer.json();
}
