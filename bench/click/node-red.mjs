import { example, exampleDoors, withAddress, withChannel } from '../../tools/node-red-example.mjs';
import { freePort } from '../../tools/ports.mjs';
import { sandboxChannel } from '../../tools/sandbox-bots.mjs';
import { sandboxCredentials } from '../../tools/sandbox-credentials.mjs';
import { startNodeRed } from '../node-red.mjs';
import { KEY, measure, openChats, SECRET } from './measure.mjs';

/** Clicks follow each other faster than any chat takes changes: the pace is not what is measured. */
const hurried = (node) => (node.channelId ? { ...node, messagesPerMinute: 6000 } : node);

/** The flow of `npm start`, with chats that take as much as they get. */
export async function measureNodeRed() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const sandbox = await openChats(`${url}/alertwire/ilert`, exampleDoors(url));
  const credentialsOf = sandboxCredentials(sandbox, SECRET, KEY);
  const withCredentials = (node) => {
    const credentials = credentialsOf(node);
    return credentials ? { ...node, credentials } : node;
  };
  const nodes = example()
    .map(withChannel(sandboxChannel(sandbox)))
    .map(withAddress(url))
    .map(withCredentials)
    .map(hurried);
  const { stop } = await startNodeRed(nodes, port);
  try {
    return await measure(sandbox);
  } finally {
    await stop();
    await sandbox.close();
  }
}
