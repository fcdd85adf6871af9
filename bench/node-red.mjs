import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);

/** Node-RED in this process, with the pack as npm would install it, and these flows deployed. */
export async function startNodeRed(nodes, port = 0) {
  const RED = require('node-red');
  // Node-RED's nodes look into the router of Express 4, whichever else is installed.
  const app = createRequire(require.resolve('node-red'))('express')();
  const server = createServer(app);
  const userDir = userDirWithPack();
  const logging = { console: { level: 'error' } };
  RED.init(server, {
    userDir,
    httpAdminRoot: '/admin',
    httpNodeRoot: '/',
    logging,
    credentialSecret: false,
  });
  app.use('/admin', RED.httpAdmin);
  app.use('/', RED.httpNode);
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  const started = () => new Promise((resolve) => RED.events.once('flows:started', resolve));
  const first = started();
  await RED.start();
  await first;
  const second = started();
  await RED.runtime.flows.setFlows({ flows: { flows: nodes }, deploymentType: 'full' });
  await second;
  const stop = async () => {
    await RED.stop();
    server.closeAllConnections();
    server.close();
    rmSync(userDir, { recursive: true, force: true });
  };
  return { url, stop };
}

function userDirWithPack() {
  const userDir = mkdtempSync(join(tmpdir(), 'alertwire-bench-'));
  const modules = join(userDir, 'node_modules', '@alertwire');
  const dependencies = { '@alertwire/node-red-alertwire': '*' };
  mkdirSync(modules, { recursive: true });
  symlinkSync(
    new URL('../node-red', import.meta.url).pathname,
    join(modules, 'node-red-alertwire'),
  );
  writeFileSync(join(userDir, 'package.json'), JSON.stringify({ name: 'bench', dependencies }));
  return userDir;
}
