import { randomBytes } from 'node:crypto';
import { record, text } from '../../../alert/untrusted';
import type { Inbound, InboundRefusal, InboundSetup } from '../../../answers/inbound';
import { jsonIn, parsed } from '../../../answers/raw-body';
import {
  heard,
  jsonReply,
  noSecret,
  notAuthentic,
  notTimely,
  replayed,
  unreadable,
} from '../../../answers/said';
import type { InboundRequest } from '../../../http/types';
import { isWithin } from '../../../http/verify/hmac';
import {
  decryptEvent,
  type EventKeys,
  encryptEvent,
  isAesKey,
  isSignedEvent,
  signatureOf,
} from './event-crypto';
import { timeIn } from './headers';
import { isFirst } from './once';

/** Ours: none is documented. */
const WINDOW_MS = 3_600_000;

/** DingTalk asks with it whether the address is right. */
const CHECK = 'check_url';

const queried = ({ query }: InboundRequest, name: string): string => text(query[name]) ?? '';

const signatureIn = (request: InboundRequest): string =>
  queried(request, 'msg_signature') || queried(request, 'signature');

export const isEvent = (request: InboundRequest): boolean => signatureIn(request) !== '';

/** Events of the organization, encrypted: https://open.dingtalk.com/document/development/event-callback-configuration */
export const fromEvents = (
  request: InboundRequest,
  setup: InboundSetup,
): Inbound | InboundRefusal => {
  const { eventToken = '', aesKey = '', clientId = '' } = setup.credential;
  const keys = { token: eventToken.trim(), aesKey: aesKey.trim(), owner: clientId.trim() };
  if (keys.token === '') return noSecret('token for events');
  if (!isAesKey(keys.aesKey)) return noSecret('AES key for events');
  const signature = signatureIn(request);
  const [timestamp, nonce] = [queried(request, 'timestamp'), queried(request, 'nonce')];
  const { encrypt } = jsonIn(request) ?? {};
  if (typeof encrypt !== 'string') return notAuthentic;
  if (!isSignedEvent(keys.token, { encrypt, timestamp, nonce }, signature)) return notAuthentic;
  if (!isWithin(timeIn(timestamp), setup.clock.now(), WINDOW_MS)) return notTimely;
  const message = decryptEvent(encrypt, keys);
  if (message === undefined) return unreadable;
  if (!isFirst(`event ${signature}`, setup)) return replayed;
  const event = text(record(parsed(message)).EventType) ?? '';
  const warnings = event === CHECK ? [] : ['DingTalk sent an event that is not needed here.'];
  return heard({ reply: success(keys, setup.clock.now()), warnings });
};

/** The word that DingTalk waits for, encrypted as well. */
const success = (keys: EventKeys, now: number) => {
  const sealed = {
    encrypt: encryptEvent('success', keys),
    timestamp: String(now),
    nonce: randomBytes(8).toString('hex'),
  };
  return jsonReply({
    msg_signature: signatureOf(keys.token, sealed),
    timeStamp: sealed.timestamp,
    nonce: sealed.nonce,
    encrypt: sealed.encrypt,
  });
};
