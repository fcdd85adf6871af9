import type { Inbound, InboundRefusal, InboundSetup } from '../../../core/answers/inbound';
import { signToken } from '../../../core/answers/token';
import { inbound } from '../../../core/chat/dingtalk/inbound/index';
import { cardSecret } from '../../../core/chat/dingtalk/inbound/signatures';
import type { InboundRequest } from '../../../core/http/types';
import { hmac } from '../../../core/http/verify/hmac';
import { Replays } from '../../../core/http/verify/replays';

export const NOW = Date.UTC(2026, 2, 1, 2, 12);
export const KEYS = { key: 'a key that nobody could ever guess, 1' };
export const SECRET = 'the secret of the app';
export const GROUP = 'cid6KeBBLoveMJOGXoYKF5x7EeiodoA==';
export const SESSION = 'https://oapi.dingtalk.com/robot/sendBySession?session=abc';
export const CREDENTIAL = {
  clientId: 'dingapp0001',
  clientSecret: SECRET,
  eventToken: 'a token for events',
  aesKey: 'o1w0aum42yaptlz8alnhwikjd3jenzt9cb9wmzptgus',
};

export const setupWith = (changes: Partial<InboundSetup> = {}): InboundSetup => ({
  credential: CREDENTIAL,
  keys: KEYS,
  replays: new Replays(),
  clock: { now: () => NOW },
  ...changes,
});

export const button = (action = 'accept', changes: object = {}): string =>
  signToken(
    {
      kind: 'alert-action',
      action,
      alert: { platform: 'ilert', id: '4711' },
      episode: 1,
      destination: 'd',
      channel: GROUP,
      expiresAt: NOW + 60_000,
      ...changes,
    },
    KEYS,
  );

/** As DingTalk tells the robot of a line in a group. */
export const saying = (content: string, more: object = {}) => ({
  conversationId: GROUP,
  conversationTitle: 'On call',
  conversationType: '2',
  isInAtList: true,
  msgId: 'msg1',
  senderNick: 'Priya Raman',
  senderStaffId: 'manager4101',
  senderId: '$:LWCP_v1:$abc',
  senderCorpId: 'corp1',
  chatbotCorpId: 'corp1',
  chatbotUserId: '$:LWCP_v1:$def',
  robotCode: 'dingapp0001',
  createAt: NOW,
  sessionWebhook: SESSION,
  sessionWebhookExpiredTime: NOW + 5_400_000,
  msgtype: 'text',
  text: { content },
  ...more,
});

export const alone = {
  conversationType: '1',
  conversationId: 'cidAlone==',
  conversationTitle: undefined,
};

/** As DingTalk tells of a press on a card. */
export const pressing = (params: object, more: object = {}) => ({
  type: 'actionCallback',
  outTrackId: 'a1b2c3',
  corpId: 'corp1',
  userId: 'manager4101',
  content: JSON.stringify({ cardPrivateData: { actionIds: ['accept'], params } }),
  ...more,
});

export const bytes = (body: unknown): Uint8Array => Buffer.from(JSON.stringify(body));

export const robotHeaders = (now = NOW, secret = SECRET) => ({
  timestamp: String(now),
  sign: hmac(secret, `${now}\n${secret}`).toString('base64'),
});

export const cardHeaders = (now = NOW, secret = cardSecret(KEYS)) => ({
  'x-ddpaas-signature-timestamp': String(now),
  'x-ddpaas-signature': hmac(secret, String(now)).toString('base64'),
});

const sent = (headers: Record<string, string>, body: unknown): InboundRequest => ({
  headers,
  query: {},
  rawBody: bytes(body),
});

export const fromRobot = (body: unknown, now?: number) => sent(robotHeaders(now), body);
export const fromCard = (body: unknown, now?: number) => sent(cardHeaders(now), body);

export const receive = (
  request: InboundRequest,
  setup: InboundSetup = setupWith(),
): Promise<Inbound | InboundRefusal> => inbound.receive(request, setup);

export const taken = async (request: InboundRequest, setup?: InboundSetup): Promise<Inbound> => {
  const read = await receive(request, setup);
  if (!read.ok) throw new Error(`${read.code}: ${read.reason}`);
  return read;
};

export const codeOf = async (...given: Parameters<typeof receive>): Promise<string> => {
  const read = await receive(...given);
  return read.ok ? 'taken' : `${read.status} ${read.code}`;
};

export const frame = (type: string, topic: string, data: unknown, messageId = 'm1') =>
  JSON.stringify({
    specVersion: '1.0',
    type,
    headers: { topic, messageId, contentType: 'application/json', time: String(NOW) },
    data: typeof data === 'string' ? data : JSON.stringify(data),
  });
