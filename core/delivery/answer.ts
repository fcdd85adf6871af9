import type { AnswerRef } from '../alert/command';
import { digest } from '../alert/digest';
import type { SigningKeys } from '../answers/keys';
import { unseal } from '../answers/seal';
import { findTransport } from '../chat/index';
import type {
  BotTransport,
  ChatPlatform,
  ChatTransport,
  Rendered,
  RenderOptions,
} from '../chat/platform';
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
  /** Default `bot`; by a webhook only the address that the chat gave can be used. */
  readonly transport?: string | undefined;
  /** Puts the credential into requests. */
  readonly http: Http;
  /** The same without one, for an address that is itself the proof; default `http`. */
  readonly plain?: Http | undefined;
  readonly clock: Clock;
}

/** Nobody waits longer than this for an answer, in ms. */
const PATIENCE_MS = 10_000;

/**
 * Tries the address the chat gave, then a private message in the channel, then a direct message.
 * Exactly one Receipt; never rejects.
 */
export const answerPerson = async (given: PrivateAnswer): Promise<Receipt> => {
  const place = { chat: given.chat, transport: given.transport ?? 'bot' };
  const found = findTransport(place.chat, place.transport);
  if (!found) return unsentReceipt(place, { receipt: 'failed', problem: unknownChat });
  const { platform, transport, via } = found;
  const rendered = platform.renderText(given.text, { ...given.options, mentions: [] }, via);
  let receipt = unsentReceipt(place, { receipt: 'failed', problem: noWay });
  for (const { steps, http } of waysTo(given, platform, transport, rendered.payload)) {
    const sent = await send(steps, http, given.clock, { maxWaitMs: PATIENCE_MS });
    receipt = sentReceipt(place, rendered, sent, given.options?.language);
    if (receipt.receipt !== 'failed') return receipt;
  }
  return receipt;
};

interface Way {
  readonly steps: () => Steps<Outcome>;
  readonly http: Http;
}

const waysTo = (
  given: PrivateAnswer,
  platform: ChatPlatform,
  transport: ChatTransport,
  payload: Rendered['payload'],
): readonly Way[] => [
  ...byAddress(given, platform),
  ...(transport.updates ? byBot(given, transport, payload) : []),
];

const byAddress = (given: PrivateAnswer, platform: ChatPlatform): readonly Way[] => {
  const { address } = platform.inbound;
  const url = addressOf(given, platform);
  if (!url || !address) return [];
  const steps = () => ask(address.request(url, given.text), address.outcome);
  return [{ steps, http: given.plain ?? given.http }];
};

const byBot = (
  { answer: { person, channel }, text, commandId, http }: PrivateAnswer,
  { whisper, post }: BotTransport,
  payload: Rendered['payload'],
): readonly Way[] => {
  const key = digest(commandId, person, text).slice(0, 32);
  const direct: Way = { steps: () => post(payload, { person }, key), http };
  if (!whisper || !channel) return [direct];
  return [{ steps: () => whisper(payload, { channel, person }, key), http }, direct];
};

/** The address the chat gave, if it is still good and the chat's own. */
const addressOf = (
  { answer: { sealed, until }, keys, credential = {}, clock }: PrivateAnswer,
  { inbound: { address } }: ChatPlatform,
): string | undefined => {
  if (!sealed || !keys || !address) return undefined;
  if (until !== undefined && Date.parse(until) <= clock.now()) return undefined;
  const url = unseal(sealed, keys);
  return url !== undefined && address.accepts(url, baseOf(credential)) ? url : undefined;
};

/** Where a chat is, of which only a webhook is known. */
const baseOf = ({ webhookUrl, ...credential }: Credential): Credential =>
  webhookUrl ? { baseUrl: webhookUrl, ...credential } : credential;

const noWay = {
  code: 'answer.no_way',
  message: 'There is no way to answer this person privately.',
  hint: 'Give the node a bot, or buttons and with them the signing key of the response trigger.',
};
