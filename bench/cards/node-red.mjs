import { startNodeRed } from '../node-red.mjs';
import { BLOCKS, post } from './alerts.mjs';
import { measure } from './measure.mjs';

const SECRET = 'the-secret-of-the-bench-0123456789';
const REST_MS = 20;
const TAB = { id: 'tab', type: 'tab', label: 'bench' };

/** alert in → slack alert. */
const packFlow = ({ baseUrl, token, channel }) => [
  { id: 'secret', type: 'alertwire-webhook-secret', users: [], credentials: { secret: SECRET } },
  { id: 'bot', type: 'alertwire-slack-bot', credentials: { accessToken: token, baseUrl } },
  {
    id: 'in',
    type: 'alertwire-alert-in',
    z: 'tab',
    platform: 'ilert',
    path: '/pack',
    secret: 'secret',
    wires: [['send']],
  },
  {
    id: 'send',
    type: 'alertwire-slack-alert',
    z: 'tab',
    authentication: 'bot',
    botConnection: 'bot',
    channelId: channel,
    resource: 'alert',
    operation: 'upsert',
    alertSource: 'input',
    maxWaitSeconds: 30,
    messagesPerMinute: 60_000,
    wires: [[]],
  },
];

/** http in → function, which is told which message it is → http request. */
const plainFlow = ({ baseUrl, token, channel }) => [
  {
    id: 'plain',
    type: 'http in',
    z: 'tab',
    url: '/plain',
    method: 'post',
    wires: [['build', 'answer']],
  },
  { id: 'answer', type: 'http response', z: 'tab', statusCode: '202', wires: [] },
  {
    id: 'build',
    type: 'function',
    z: 'tab',
    outputs: 1,
    func: `
const alert = msg.payload;
msg.headers = { 'content-type': 'application/json', authorization: 'Bearer ${token}' };
msg.payload = { channel: '${channel}', ts: alert.ts, text: alert.summary, blocks: ${BLOCKS} };
return msg;`,
    wires: [['request']],
  },
  {
    id: 'request',
    type: 'http request',
    z: 'tab',
    method: 'POST',
    ret: 'txt',
    url: `${baseUrl}/chat.update`,
    wires: [[]],
  },
];

export async function measureNodeRed(slack) {
  const { url, stop } = await startNodeRed([TAB, ...packFlow(slack), ...plainFlow(slack)]);
  try {
    const pack = (body) => post(`${url}/pack`, body, { 'x-alertwire-secret': SECRET });
    const plain = (body) => post(`${url}/plain`, body);
    return await measure(slack, { pack, plain }, REST_MS);
  } finally {
    await stop();
  }
}
