import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startN8n } from '../../tools/n8n.mjs';
import { exampleAnswerAddresses, exampleWebhookPath } from '../../tools/n8n-example.mjs';
import { N8nSession } from '../../tools/n8n-session.mjs';
import { freePort } from '../../tools/ports.mjs';
import { sandboxChannel } from '../../tools/sandbox-bots.mjs';
import { sandboxCredentials } from '../../tools/sandbox-credentials.mjs';
import { sandboxDoors } from '../../tools/sandbox-doors.mjs';
import { KEY, measure, openChats, SECRET } from './measure.mjs';

/** Clicks follow each other faster than any chat takes changes: the pace is not what is measured. */
const PACE = { messagesPerMinute: 6000 };

/** The example of `npm run start:n8n`, with chats that take as much as they get. */
export async function measureN8n(application) {
  const home = mkdtempSync(join(tmpdir(), 'alertwire-bench-'));
  const url = `http://127.0.0.1:${await freePort()}`;
  const webhookUrl = `${url}/webhook/${exampleWebhookPath()}`;
  const sandbox = await openChats(webhookUrl, sandboxDoors(exampleAnswerAddresses(url)));
  const n8n = await startN8n({
    application,
    home,
    url,
    webhookUrl,
    credentialsOf: sandboxCredentials(sandbox, SECRET, KEY),
    channelOf: sandboxChannel(sandbox),
  });
  try {
    await hurry(await N8nSession.open(url, n8n.owner));
    return await measure(sandbox);
  } finally {
    await n8n.stop();
    await sandbox.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Publishes the example again, without its pace. */
async function hurry(session) {
  const [{ id }] = await session.call('GET', '/workflows');
  const { nodes } = await session.call('GET', `/workflows/${id}`);
  const hurried = nodes.map((node) =>
    node.parameters.channelId
      ? {
          ...node,
          parameters: {
            ...node.parameters,
            additionalFields: { ...node.parameters.additionalFields, ...PACE },
          },
        }
      : node,
  );
  const { versionId } = await session.call('PATCH', `/workflows/${id}`, { nodes: hurried });
  await session.call('POST', `/workflows/${id}/activate`, { versionId });
}
