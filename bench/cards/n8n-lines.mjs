import { credentialOf, publishLine } from '../n8n.mjs';
import { BLOCKS } from './alerts.mjs';

const webhook = (path, own) => ({ webhookId: path, ...own });

/** Alert Trigger → Slack Alert. */
export async function packLine(session, path, { channel, secret, bot, store }) {
  const trigger = webhook(path, {
    type: 'n8n-nodes-alertwire.alertTrigger',
    parameters: { platform: 'ilert', settings: {} },
    credentials: secret,
  });
  const send = {
    type: 'n8n-nodes-alertwire.slackAlert',
    parameters: {
      authentication: 'bot',
      channelId: { __rl: true, mode: 'id', value: channel },
      additionalFields: { messagesPerMinute: 60_000 },
    },
    credentials: { ...bot, ...store },
  };
  return {
    id: await publishLine(session, path, [trigger, send]),
    path: `/webhook/${path}/alertwire`,
  };
}

/** n8n's own Webhook → HTTP Request, which is told which message it is. */
export async function plainLine(session, path, { baseUrl, token, channel }) {
  const trigger = webhook(path, {
    type: 'n8n-nodes-base.webhook',
    typeVersion: 2,
    parameters: { httpMethod: 'POST', path, options: {} },
  });
  const bearer = { name: 'Authorization', value: `Bearer ${token}` };
  const send = {
    type: 'n8n-nodes-base.httpRequest',
    typeVersion: 4.2,
    parameters: {
      method: 'POST',
      url: `${baseUrl}/chat.update`,
      authentication: 'genericCredentialType',
      genericAuthType: 'httpHeaderAuth',
      sendBody: true,
      specifyBody: 'json',
      jsonBody: `={{ (({ body: alert }) => JSON.stringify({
        channel: '${channel}', ts: alert.ts, text: alert.summary, blocks: ${BLOCKS} }))($json) }}`,
      options: {},
    },
    credentials: await credentialOf(session, 'httpHeaderAuth', bearer),
  };
  await publishLine(session, path, [trigger, send]);
  return { path: `/webhook/${path}` };
}
