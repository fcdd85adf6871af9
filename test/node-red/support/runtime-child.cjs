/**
 * A real Node-RED, embedded, one to a process. Arguments: a JSON object with the folder of the
 * Node-RED package, the settings, and the folders of node packages to load.
 */
const { createServer } = require('node:http');
const { createRequire } = require('node:module');
const { join } = require('node:path');

const { nodeRed, settings } = JSON.parse(process.argv[2]);
const load = createRequire(join(nodeRed, 'package.json'));
const RED = load(nodeRed);
const express = load('express');

const tell = (event, value) => process.connected && process.send({ event, ...value });
const logger = {
  level: 'info',
  metrics: false,
  handler: () => (line) => {
    const text =
      line.msg instanceof Error
        ? (line.msg.stack ?? line.msg.message)
        : (line.msg?.message ?? line.msg);
    tell('log', { level: line.level, type: line.type, id: line.id, text: String(text) });
  },
};

const commands = {
  receive: ({ id, message }) => void RED.nodes.getNode(id).receive(message),
  closeAll: () => RED.stop(),
};

process.on('message', async ({ call, command, given }) => {
  try {
    tell('reply', { call, result: await commands[command](given ?? {}) });
  } catch (error) {
    tell('reply', { call, error: error.message });
  }
});

async function main() {
  const app = express();
  const server = createServer(app);
  RED.init(server, { ...settings, logging: { test: logger } });
  if (settings.httpAdminRoot !== false) app.use(settings.httpAdminRoot, RED.httpAdmin);
  if (settings.httpNodeRoot !== false) app.use(settings.httpNodeRoot, RED.httpNode);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  RED.events.on('node-status', ({ id, status }) => tell('status', { id, status }));
  RED.events.on('comms', ({ topic, data }) => topic === 'debug' && tell('debug', { data }));
  RED.events.on('flows:started', () => tell('started', {}));
  // `start` resolves before the flows run.
  const running = new Promise((resolve) => RED.events.once('flows:started', resolve));
  await RED.start();
  await running;
  tell('ready', { port: server.address().port, version: RED.version() });
}

process.on('disconnect', () => process.exit());
main().catch((error) => {
  tell('failed', { text: error.stack });
  process.exit(1);
});
