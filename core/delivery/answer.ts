import type { AnswerRef } from '../alert/command';
import { digest } from '../alert/digest';
import type { SigningKeys } from '../answers/keys';
import { unseal } from '../answers/seal';
import { findTransport } from '../chat/index';
import type { BotTransport, ChatPlatform, Rendered, RenderOptions } from '../chat/platform';
import type { Outcome } from '../http/outcome';
import { ask, type Steps } from '../http/steps';
import type { Credential } from '../http/types';
import type { Clock, Http } from '../ports';
import { unknownChat } from './problems';
import type { Receipt } from './receipt';
import { sentReceipt, unsentReceipt } from './receipt-of';
import { send } from './send';

/** A sentence for the eyes of the one person who sent a command. */
export interface PrivateAnswer {
  /** As listed by `listChatPlatforms`. */
  readonly chat: string;
  readonly text: string;
  readonly answer: AnswerRef;
  /** Of the command: names the answer for ever. */
  readonly commandId: string;
  /** Without them an address that the chat gave cannot be used. */
  readonly keys?: SigningKeys | undefined;
  /** What is needed to tell the chat's own addresses from others: no secret. */
  readonly credential?: Credential | undefined;
  readonly options?: RenderOptions | undefined;
  readonly http: Http;
  readonly clock: Clock;
}

/** Nobody waits longer than this for an answer, in ms. */
const PATIENCE_MS = 10_000;

/**
 * Tries the address the chat gave, then a private message in the channel, then a direct message.
 * Exactly one Receipt; never rejects.
 */
export const answerPerson = async (given: PrivateAnswer): Promise<Receipt> => {
  const place = { chat: given.chat, transport: 'bot' };
  const found = findTransport(given.chat, 'bot');
  if (!found?.transport.updates) {
    return unsentReceipt(place, { receipt: 'failed', problem: unknownChat });
  }
  const { platform, transport } = found;
  const rendered = platform.renderText(given.text, { ...given.options, mentions: [] }, 'bot');
  let receipt = unsentReceipt(place, { receipt: 'failed', problem: noWay });
  for (const steps of waysTo(given, platform, transport, rendered.payload)) {
    const sent = await send(steps, given.http, given.clock, { maxWaitMs: PATIENCE_MS });
    receipt = sentReceipt(place, rendered, sent, given.options?.language);
    if (receipt.receipt !== 'failed') return receipt;
  }
  return receipt;
};

type Way = () => Steps<Outcome>;

const waysTo = (
  given: PrivateAnswer,
  platform: ChatPlatform,
  transport: BotTransport,
  payload: Rendered['payload'],
): readonly Way[] => {
  const { answer, text, commandId } = given;
  const { person, channel } = answer;
  const key = digest(commandId, person, text).slice(0, 32);
  const { address } = platform.inbound;
  const url = addressOf(given, platform);
  const { whisper } = transport;
  return [
    ...(url && address ? [() => ask(address.request(url, text), address.outcome)] : []),
    ...(whisper && channel ? [() => whisper(payload, { channel, person }, key)] : []),
    () => transport.post(payload, { person }, key),
  ];
};

/** The address the chat gave, if it is still good and the chat's own. */
const addressOf = (
  { answer: { sealed, until }, keys, credential = {}, clock }: PrivateAnswer,
  { inbound: { address } }: ChatPlatform,
): string | undefined => {
  if (!sealed || !keys || !address) return undefined;
  if (until !== undefined && Date.parse(until) <= clock.now()) return undefined;
  const url = unseal(sealed, keys);
  return url !== undefined && address.accepts(url, credential) ? url : undefined;
};

const noWay = {
  code: 'answer.no_way',
  message: 'There is no way to answer this person privately.',
  hint: 'Give the node a bot, and the signing key of the response trigger.',
};
