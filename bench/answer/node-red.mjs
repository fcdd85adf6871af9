import { comment } from './alerts.mjs';
import { measure } from './measure.mjs';
import { served } from './served.mjs';

const ROUNDS = 1000;

const PLAIN = {
  label: 'plain',
  nodes: [
    { id: 'plain-in', type: 'http in', url: '/plain', method: 'post', wires: [['plain-out']] },
    { id: 'plain-out', type: 'http response', wires: [] },
  ],
};

/** alert in beside http in → http response. */
export async function measureNodeRed() {
  const { url, secret, webhookUrl, stop } = await served('serve-node-red.mjs');
  try {
    await addFlow(url);
    return await measure(
      {
        plain: (nth) => ({ url: `${url}/plain`, body: comment(nth) }),
        pack: (nth) => ({
          url: webhookUrl,
          headers: { 'x-alertwire-secret': secret },
          body: comment(nth),
        }),
      },
      ROUNDS,
    );
  } finally {
    await stop();
  }
}

async function addFlow(url) {
  const answer = await fetch(`${url}/flow`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(PLAIN),
  });
  if (!answer.ok) throw new Error(`Node-RED refused the plain flow: ${await answer.text()}`);
}
