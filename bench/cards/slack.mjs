import { createRequire } from 'node:module';
import { watchMessages } from './watch.mjs';

const { startSandbox } = createRequire(import.meta.url)('@alertwire/sandbox');

/** A Slack that answers at once, and takes as many messages as it gets. */
export async function openSlack() {
  const sandbox = await startSandbox({ rateWindowScale: 0 });
  const { baseUrl, credential, channels } = sandbox.bots.find(
    ({ platform, answers }) => platform === 'slack' && answers === 'ok',
  );
  const token = credential.botToken;
  const channel = channels.find(({ answers }) => answers === 'ok').id;
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return {
    sandbox,
    baseUrl,
    token,
    channel,
    shown: await watchMessages(sandbox.url),
    /** Posts a message as a bot of one's own would; what Slack calls it. */
    post: async (text) => {
      const body = JSON.stringify({ channel, text });
      const answer = await fetch(`${baseUrl}/chat.postMessage`, { method: 'POST', headers, body });
      const { ok, ts, error } = await answer.json();
      if (!ok) throw new Error(`Slack refused a message: ${error}`);
      return ts;
    },
    close: () => sandbox.close(),
  };
}
