import { createHmac } from 'node:crypto';
import type { Inbound, InboundRefusal, InboundSetup } from '../../../core/answers/inbound';
import { type ButtonClaims, signToken } from '../../../core/answers/token';
import { inbound } from '../../../core/chat/slack/inbound/index';
import type { InboundRequest } from '../../../core/http/types';
import { Replays } from '../../../core/http/verify/replays';

export const NOW = Date.UTC(2026, 2, 1, 2, 12);
export const KEYS = { key: 'a key that nobody could ever guess, 1' };
export const SECRET = '8f742231b10e8888abcd99yyyzzz85a5';
export const CHANNEL = 'C0OPSALERTS';
export const PERSON = 'U0PRIYARAM';
export const BOT = 'U0ALERTWIRE';
export const ADDRESS = 'https://hooks.slack.com/actions/T0/1/abc';

export const setupWith = (changes: Partial<InboundSetup> = {}): InboundSetup => ({
  credential: { accessToken: 'xoxb-1-abcdef', signingSecret: SECRET },
  keys: KEYS,
  replays: new Replays(),
  clock: { now: () => NOW },
  ...changes,
});

export const button = (
  action = 'accept',
  changes: Partial<ButtonClaims> = {},
  key = KEYS.key,
): string =>
  signToken(
    {
      kind: 'alert-action',
      action,
      alert: { platform: 'ilert', id: '4711' },
      episode: 1,
      destination: 'd',
      channel: CHANNEL,
      expiresAt: NOW + 60_000,
      ...changes,
    },
    { key },
  );

/** As Slack signs what it sends. */
export const signed = (body: string | Uint8Array, now = NOW, secret = SECRET): InboundRequest => {
  const timestamp = String(Math.floor(now / 1000));
  const mac = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex');
  return {
    headers: { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${mac}` },
    query: {},
    rawBody: Buffer.from(body as string),
  };
};

export const form = (fields: Readonly<Record<string, string>>): string =>
  new URLSearchParams(fields).toString();

export const interaction = (payload: object): InboundRequest =>
  signed(form({ payload: JSON.stringify(payload) }));

export const event = (body: object, now = NOW): InboundRequest => signed(JSON.stringify(body), now);

const user = { id: PERSON, username: 'priya.raman', name: 'priya.raman', team_id: 'T0' };

/** Somebody used something of a message in the channel. */
export const using = (action: object, more: object = {}) => ({
  type: 'block_actions',
  user,
  trigger_id: '1.2.abc',
  response_url: ADDRESS,
  container: { type: 'message', message_ts: '1772331000.000100', channel_id: CHANNEL },
  channel: { id: CHANNEL, name: 'ops-alerts' },
  message: { type: 'message', ts: '1772331000.000100' },
  actions: [{ block_id: 'b1', action_ts: '1772331120.000200', ...action }],
  ...more,
});

export const pressing = (value: string, more: object = {}) =>
  using({ type: 'button', action_id: 'accept', value }, more);

export const command = (text: string, more: Readonly<Record<string, string>> = {}) => ({
  token: 'gone',
  team_id: 'T0',
  channel_id: CHANNEL,
  channel_name: 'ops-alerts',
  user_id: PERSON,
  user_name: 'priya.raman',
  command: '/alert',
  text,
  response_url: 'https://hooks.slack.com/commands/T0/1/abc',
  trigger_id: '1.2.abc',
  ...more,
});

export const saying = (text: string, more: object = {}, id = 'Ev1') => ({
  type: 'event_callback',
  event_id: id,
  event_time: 1772331120,
  authorizations: [{ team_id: 'T0', user_id: BOT, is_bot: true }],
  event: {
    type: 'app_mention',
    user: PERSON,
    text: `<@${BOT}> ${text}`,
    ts: '1772331120.000300',
    channel: CHANNEL,
    ...more,
  },
});

export const receive = (
  sent: InboundRequest,
  setup: InboundSetup = setupWith(),
): Promise<Inbound | InboundRefusal> => inbound.receive(sent, setup);

export const taken = async (sent: InboundRequest, setup?: InboundSetup): Promise<Inbound> => {
  const read = await receive(sent, setup);
  if (!read.ok) throw new Error(`${read.code}: ${read.reason}`);
  return read;
};
