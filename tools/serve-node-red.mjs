import { createRequire } from 'node:module';
import { openHome, signingKey, webhookSecret } from './home.mjs';
import { startNodeRed } from './node-red.mjs';
import { exampleDoors } from './node-red-example.mjs';
import { chosenPort } from './ports.mjs';
import { main, step } from './progress.mjs';
import { sandboxChannel } from './sandbox-bots.mjs';
import { sandboxCredentials } from './sandbox-credentials.mjs';
import { readyLine } from './try-line.mjs';
import { untilInterrupted } from './until-interrupted.mjs';

const { startSandbox } = createRequire(import.meta.url)('@alertwire/sandbox');
const WEBHOOK_PATH = '/alertwire/ilert';

await main(async () => {
  const home = openHome();
  const secret = webhookSecret(home);
  const port = chosenPort('ALERTWIRE_PORT', 1880);
  const nodeRedUrl = `http://127.0.0.1:${port}`;
  const webhookUrl = `${nodeRedUrl}${WEBHOOK_PATH}`;
  const sandbox = await step('Starting the sandbox', () =>
    startSandbox({
      port: chosenPort('ALERTWIRE_SANDBOX_PORT', 4400),
      targets: {
        ilert: { url: webhookUrl, secret },
        flashduty: { url: `${nodeRedUrl}/alertwire/flashduty`, secret },
      },
      doors: exampleDoors(nodeRedUrl),
    }),
  );
  const credentialsOf = sandboxCredentials(sandbox, secret, signingKey(home));
  const nodeRed = await step('Starting Node-RED', () =>
    startNodeRed({ home, port, credentialsOf, channelOf: sandboxChannel(sandbox) }),
  );
  const ready = readyLine('Node-RED', nodeRedUrl, sandbox.url, webhookUrl, secret);
  await untilInterrupted(`\n${ready}\n\nCtrl-C stops all of it.\n`, async () => {
    await nodeRed.stop();
    await sandbox.close();
  });
});
