import type { Inbound, InboundRefusal, InboundSetup } from '../../../core/answers/inbound';
import { type ButtonClaims, signToken } from '../../../core/answers/token';
import { inbound } from '../../../core/chat/mattermost/inbound/index';
import type { InboundRequest } from '../../../core/http/types';
import { Replays } from '../../../core/http/verify/replays';

export const NOW = Date.UTC(2026, 2, 1, 2, 12);
export const KEYS = { key: 'a key that nobody could ever guess, 1' };
export const TOKEN = 'qzgakf1nx3yt9dr4n8585ihbxy';
export const CHANNEL = 'fukxanjgjbnp7ng383at53k1sy';
export const PERSON = 'erj6qck3rfgtujs86w5r6rckzh';
export const OTHER = 'wx4zz8t4ttgmtxqiwfohijayzc';
export const POST = 'i11f6nnfgfyk8eg56x9omc6dpa';
export const BASE = 'https://mattermost.example.com/chat';
export const ADDRESS = `${BASE}/hooks/commands/i11f6nnfgfyk8eg56x9omc6dpa`;
export const URL = 'https://flows.example.com/webhook/mattermost';

export const setupWith = (changes: Partial<InboundSetup> = {}): InboundSetup => ({
  credential: { accessToken: TOKEN, baseUrl: BASE, commandToken: TOKEN },
  keys: KEYS,
  replays: new Replays(),
  clock: { now: () => NOW },
  url: URL,
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

export const json = (body: unknown): InboundRequest => ({
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  query: {},
  rawBody: Buffer.from(JSON.stringify(body) ?? ''),
});

/** Somebody used a button or a menu of the post. */
export const pressing = (token: unknown, context: object = {}, more: object = {}) => ({
  user_id: PERSON,
  user_name: 'ada',
  channel_id: CHANNEL,
  channel_name: 'ops-alerts',
  team_id: OTHER,
  team_domain: 'ops',
  post_id: POST,
  trigger_id: 'dHJpZ2dlcg==',
  type: 'button',
  data_source: '',
  context: { token, ...context },
  ...more,
});

export const form = (
  fields: Readonly<Record<string, string>>,
  authorization = `Token ${TOKEN}`,
): InboundRequest => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded', authorization },
  query: {},
  rawBody: Buffer.from(new URLSearchParams(fields).toString()),
});

export const command = (text: string, more: Readonly<Record<string, string>> = {}) => ({
  token: TOKEN,
  team_id: OTHER,
  channel_id: CHANNEL,
  channel_name: 'ops-alerts',
  user_id: PERSON,
  user_name: 'ada',
  command: '/alertwire',
  text,
  root_id: '',
  response_url: ADDRESS,
  trigger_id: 'dHJpZ2dlcg==',
  ...more,
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
