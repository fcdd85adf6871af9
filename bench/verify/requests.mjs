import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';

const now = Date.now();
const seconds = Math.floor(now / 1000);

const slackBody = `payload=${encodeURIComponent(
  JSON.stringify({
    type: 'block_actions',
    user: { id: 'U0ADA', username: 'ada' },
    channel: { id: 'C0OPS' },
    message: { ts: '1700000000.000100', text: 'Checkout is down' },
    actions: [{ type: 'button', action_id: 'accept', value: 'x'.repeat(200), action_ts: '1.1' }],
  }),
)}`;
const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';
const slackSignature = createHmac('sha256', signingSecret)
  .update(`v0:${seconds}:${slackBody}`)
  .digest('hex');

const clientSecret = 'the-client-secret-of-the-bench';
const robotSign = createHmac('sha256', clientSecret)
  .update(`${now}\n${clientSecret}`)
  .digest('base64');
const robotBody = JSON.stringify({
  msgtype: 'text',
  text: { content: ' accept 4711' },
  msgId: 'msg1',
  conversationType: '2',
  conversationId: 'cid1',
  senderStaffId: 'ada',
  senderNick: 'Ada',
  robotCode: 'ding1',
  sessionWebhook: 'https://oapi.dingtalk.com/robot/sendBySession?session=1',
  sessionWebhookExpiredTime: now + 5_400_000,
});

const token = 'qzgakf1nx3yt9dr4n8585ihbxy';
const commandBody = new URLSearchParams({
  token,
  command: '/alertwire',
  text: 'accept 4711',
  user_id: 'erj6qck3rfgtujs86w5r6rckzh',
  user_name: 'ada',
  channel_id: 'fukxanjgjbnp7ng383at53k1sy',
  response_url: 'https://chat.example.com/hooks/commands/1',
}).toString();

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...pair.publicKey.export({ format: 'jwk' }), kid: 'one', endorsements: ['msteams'] };
const clientId = '11111111-2222-3333-4444-555555555555';
const tenantId = '99999999-2222-3333-4444-555555555555';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const told = `${part({ alg: 'RS256', kid: 'one' })}.${part({
  iss: 'https://api.botframework.com',
  aud: clientId,
  serviceurl: serviceUrl,
  nbf: seconds - 60,
  exp: seconds + 3600,
})}`;
const jwt = `${told}.${createSign('RSA-SHA256').update(told).sign(pair.privateKey, 'base64url')}`;
const activity = JSON.stringify({
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:1', name: 'Ada', aadObjectId: tenantId },
  recipient: { id: `28:${clientId}` },
  conversation: { id: '19:a@thread.tacv2;messageid=1', tenantId, conversationType: 'channel' },
  text: '<at>Alertwire</at> accept 4711',
  entities: [{ type: 'mention', mentioned: { id: `28:${clientId}` }, text: '<at>Alertwire</at>' }],
  channelData: { tenant: { id: tenantId } },
});

/** What each chat sends, as it comes over the wire, and what checks it. */
export const requests = [
  {
    chat: 'slack',
    scheme: 'HMAC',
    rawBody: slackBody,
    credential: { signingSecret },
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': `v0=${slackSignature}`,
    },
  },
  {
    chat: 'dingtalk',
    scheme: 'HMAC',
    rawBody: robotBody,
    credential: { clientId: 'ding1', clientSecret, robotCode: 'ding1' },
    headers: { 'content-type': 'application/json', timestamp: String(now), sign: robotSign },
  },
  {
    chat: 'mattermost',
    scheme: 'token',
    rawBody: commandBody,
    credential: { commandToken: token, baseUrl: 'https://chat.example.com' },
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Token ${token}`,
    },
  },
  {
    chat: 'teams',
    scheme: 'JWT',
    rawBody: activity,
    credential: { clientId, tenantId },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${jwt}` },
  },
];

/** Microsoft's keys, as they are fetched once a day. */
export const publishedKeys = (url) =>
  url.includes('openidconfiguration')
    ? { jwks_uri: 'https://login.botframework.com/v1/.well-known/keys' }
    : { keys: [jwk] };
