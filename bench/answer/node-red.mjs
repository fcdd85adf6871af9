import { answering } from '../../tools/answering.mjs';
import { postTo } from './alerts.mjs';
import { measure } from './measure.mjs';
import { served } from './served.mjs';

const HOW = { rounds: 1000, restMs: 1 };

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
    await answering(`${url}/plain`);
    const plain = postTo(`${url}/plain`);
    const pack = postTo(webhookUrl, { 'x-alertwire-secret': secret });
    return await measure({ plain, pack }, HOW);
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
