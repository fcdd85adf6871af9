import type { AlertState } from '../../../core/alert/state';
import type { RenderOptions } from '../../../core/chat/platform';
import { type Destination, deliverAlert, deliverText } from '../../../core/delivery/deliver';
import type { Receipt } from '../../../core/delivery/receipt';
import type { Credential, HttpRequest } from '../../../core/http/types';
import type { Http } from '../../../core/ports';
import type { Hook } from '../../../sandbox/index';
import { quickClock } from './quick-clock';
import { expectNoSecret, spellingsOf } from './secrets';
import { withCredential } from './transports';
import type { WebhookChat } from './webhook-chats';

export interface Sending {
  readonly options?: RenderOptions;
  readonly timeoutMs?: number;
}

export interface Delivered {
  readonly receipt: Receipt;
  /** In ms, without having waited. */
  readonly slept: number;
}

/** Sends to one webhook as a host would, and lets no secret pass. */
export const senderTo = (chat: WebhookChat, hook: Hook, http: Http) =>
  senderWith(chat, chat.facts.credential(hook), http);

export const senderWith = (
  { id, platform, facts }: WebhookChat,
  credential: Credential,
  http: Http,
) => {
  const authenticate = (request: HttpRequest) =>
    platform.authenticate(request, credential, Date.now());
  const authenticated = withCredential(http, authenticate);
  const secrets = spellingsOf(credential, facts.open);

  const send = async (
    deliver: (place: Destination) => Promise<Receipt>,
    { options, timeoutMs }: Sending,
  ): Promise<Delivered> => {
    const { clock, slept } = quickClock();
    const place = { chat: id, transport: 'webhook', clock, http: authenticated };
    const receipt = await deliver({ ...place, options, timeoutMs });
    expectNoSecret(receipt, secrets);
    return { receipt, slept: slept() };
  };

  return {
    http: authenticated,
    alert: (state: AlertState, sending: Sending = {}) =>
      send((place) => deliverAlert({ ...place, state }), sending),
    text: (text: string, sending: Sending = {}) =>
      send((place) => deliverText({ ...place, text }), sending),
  };
};
