import type { Inbound, InboundRefusal, InboundSetup } from '../answers/inbound';
import { hasKey } from '../answers/keys';
import type { InboundRequest } from '../http/types';
import { findChat } from './index';
import type { SocketRules } from './platform';

/** Far above any click or command; a body is held in memory until it is verified. In bytes. */
export const LARGEST_ANSWER_BYTES = 1024 * 1024;

/** What somebody sends back from a chat. Never rejects; 401: nothing of it was read. */
export const receiveFromChat = async (
  chat: string,
  request: InboundRequest,
  setup: InboundSetup,
): Promise<Inbound | InboundRefusal> => {
  const receive = findChat(chat)?.inbound.receive;
  if (!receive) return refused(404, 'no_such_chat', `There is no chat "${chat}".`);
  if (!hasKey(setup.keys)) return refused(401, 'no_signing_key', 'No signing key is configured.');
  if (bytesOf(request.rawBody) > LARGEST_ANSWER_BYTES) {
    return refused(413, 'body_too_large', `At most ${LARGEST_ANSWER_BYTES} bytes are taken.`);
  }
  return receive(request, setup);
};

/** Absent where a chat keeps no connection open. */
export const socketOf = (chat: string): SocketRules | undefined => findChat(chat)?.inbound.socket;

/** How answers come from a chat: the first is the usual way. */
export const inboundWaysOf = (chat: string) => findChat(chat)?.inbound.ways ?? [];

const bytesOf = (body: InboundRequest['rawBody']): number =>
  typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength;

const refused = (status: InboundRefusal['status'], name: string, reason: string) =>
  ({ ok: false, status, code: `answer.${name}`, reason }) as const;
