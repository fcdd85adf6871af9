import { createRequire } from 'node:module';
import { openHome, signingKey, webhookSecret } from './home.mjs';
import { startN8n } from './n8n.mjs';
import { exampleAnswerAddresses, exampleWebhookPath } from './n8n-example.mjs';
import { chosenPort } from './ports.mjs';
import { main, step } from './progress.mjs';
import { sandboxChannel } from './sandbox-bots.mjs';
import { sandboxCredentials } from './sandbox-credentials.mjs';
import { sandboxDoors } from './sandbox-doors.mjs';
import { readyLine } from './try-line.mjs';
import { untilInterrupted } from './until-interrupted.mjs';

const { startSandbox } = createRequire(import.meta.url)('@alertwire/sandbox');

await main(async () => {
  const home = openHome();
  const secret = webhookSecret(home);
  const port = chosenPort('ALERTWIRE_PORT', 5678);
  const url = `http://127.0.0.1:${port}`;
  const webhookUrl = `${url}/webhook/${exampleWebhookPath()}`;
  const sandbox = await step('Starting the sandbox', () =>
    startSandbox({
      port: chosenPort('ALERTWIRE_SANDBOX_PORT', 4400),
      target: { url: webhookUrl, secret },
      doors: sandboxDoors(exampleAnswerAddresses(url)),
    }),
  );
  const n8n = await step('Starting n8n', () =>
    startN8n({
      application: process.env.ALERTWIRE_N8N_HOME,
      home,
      url,
      webhookUrl,
      credentialsOf: sandboxCredentials(sandbox, secret, signingKey(home)),
      channelOf: sandboxChannel(sandbox),
    }),
  );
  const { email, password } = n8n.owner;
  const ready =
    `\n${readyLine('n8n', url, sandbox.url, webhookUrl, secret)}\n\n` +
    `Sign in as ${email} with ${password}. Ctrl-C stops all of it.\n`;
  await untilInterrupted(ready, async () => {
    await n8n.stop();
    await sandbox.close();
  });
});
