import type { AlertCard, CardOptions } from '../alert/card';
import type { Inbound, InboundRefusal, InboundSetup } from '../answers/inbound';
import type { SigningKeys } from '../answers/keys';
import type { MessageRef, Outcome } from '../http/outcome';
import type { Steps } from '../http/steps';
import type { Credential, HttpAnswer, HttpRequest, InboundRequest } from '../http/types';
import type { Problem } from '../problem';

export type TransportId = 'webhook' | 'bot';

export interface RenderOptions extends CardOptions {
  /**
   * Who may be pinged, in the platform's own ids (Slack: `here`, `channel`, `everyone`, U…, W…,
   * S…). Nobody else ever is, whatever the alert says.
   */
  readonly mentions?: readonly string[];
  /** What only this chat has, by the names of its own fields. */
  readonly own?: Readonly<Record<string, unknown>>;
}

/** A message ready to send, and what it cost. Rendering never fails on any alert. */
export interface Rendered {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly size: { readonly used: number; readonly limit: number; readonly unit: string };
  /** What did not fit, as people would count it: `3 labels`, `description cut at 1,200 characters`. */
  readonly dropped: readonly string[];
  /** Who will be notified. */
  readonly pings: readonly string[];
}

/** How much a platform takes at one destination. */
export interface Rate {
  readonly requests: number;
  readonly perMs: number;
  /** How many of them may follow each other without a pause; default 1. */
  readonly burst?: number;
}

interface Reachable {
  /** Says what is wrong with a credential before anything is sent. */
  checkCredential(credential: Credential): Problem | undefined;
  readonly rate: Rate;
}

/** An incoming webhook: one address, one channel, and no way back to what was posted. */
export interface WebhookTransport extends Reachable {
  /** Can a message be changed after it was posted? */
  readonly updates: false;
  post(payload: Rendered['payload']): HttpRequest;
  /** The platform's answer, read by its own rules: HTTP 200 is not always success. */
  outcome(answer: HttpAnswer, now: number): Outcome;
  /**
   * A request that the platform refuses without posting, which proves the credential. Absent where
   * nothing but a message can.
   */
  readonly probe?: {
    request(): HttpRequest;
    /** The problem with the credential, or undefined when it is good. */
    judge(answer: HttpAnswer): Problem | undefined;
    /** What a good answer leaves open, in a sentence that says how to find out. */
    readonly unproven?: string;
  };
}

/** Where a bot posts, in the platform's own ids; a person hears it directly. */
export type Place = { readonly channel: string } | { readonly person: string };

/** A channel or a person to pick. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of the same name: a team, an e-mail address. */
  readonly detail?: string;
  /** The bot has to be invited before it can post there. */
  readonly closed?: boolean;
}

/** One page of a list; `next` asks for the one after it. */
export type Page =
  | { readonly entries: readonly Listed[]; readonly next?: string }
  | { readonly problem: Problem };

/** A bot: posts anywhere it was invited, and can change what it posted. */
export interface BotTransport extends Reachable {
  readonly updates: true;
  /**
   * Posts a message. `key` names it for ever, at most 64 letters and digits: where the platform can,
   * a second post with the same key makes no second message.
   */
  post(payload: Rendered['payload'], to: Place, key: string): Steps<Outcome>;
  /** `gone` where the message is not there any more, or may not be changed any more. */
  update(payload: Rendered['payload'], ref: MessageRef): Steps<Outcome>;
  /** Below the message, or after it where there are no threads. */
  reply(payload: Rendered['payload'], ref: MessageRef, key: string): Steps<Outcome>;
  remove(ref: MessageRef): Steps<Outcome>;
  /** In a channel, for the eyes of one person. Absent where a chat has no such message. */
  whisper?(
    payload: Rendered['payload'],
    to: { readonly channel: string; readonly person: string },
    key: string,
  ): Steps<Outcome>;
  /**
   * Looks for a message whose answer was lost: its ref, or undefined where it is not there. Absent
   * where `post` with the same key is safe (`repeatable`), or where nobody can tell.
   */
  find?(
    to: Place,
    key: string,
    since: number,
  ): Steps<MessageRef | undefined | { readonly problem: Problem }>;
  /**
   * Where the message with a key is, if it is there; undefined for a place that is none. Absent where
   * a chat names messages itself.
   */
  refOf?(to: Place, key: string): MessageRef | undefined;
  /**
   * How a click names the channel of this place or message; undefined where that is known only
   * later. Absent where a chat does not say where a click came from.
   */
  channelOf?(at: MessageRef | Place): string | undefined;
  /** A post with the same key, soon after the first, makes no second message. */
  readonly repeatable: boolean;
  /**
   * Who we are: proves the credential and posts nothing. A scope without which nothing can be posted
   * is a problem; what else is missing or stays open is said in a sentence (`unproven`).
   */
  check(): Steps<
    { readonly name: string; readonly unproven?: string } | { readonly problem: Problem }
  >;
  /** Absent where a platform has no such list. */
  channels?(search: string, cursor?: string): Steps<Page>;
  people?(search: string, cursor?: string): Steps<Page>;
  /**
   * Whom `mentions` would name for an e-mail address in a message to this place; undefined where
   * nobody has it, or nobody there can be mentioned.
   */
  personByEmail?(
    email: string,
    to: Place,
  ): Steps<string | undefined | { readonly problem: Problem }>;
}

/** One way of reaching a chat platform. What it can do derives from the keys it exports. */
export type ChatTransport = WebhookTransport | BotTransport;

/** Access that has to be fetched, and ends. */
export interface Token {
  readonly value: string;
  /** In ms. */
  readonly expiresAt: number;
}

/** How a chat hands out tokens; `authenticate` puts the secrets into the request. */
export interface TokenRules {
  request(credential: Credential): HttpRequest;
  /** Undefined where the answer holds no token; it then stands for the answer to the message. */
  read(answer: HttpAnswer, now: number): Token | undefined;
  /** Puts the token into a request. */
  apply(request: HttpRequest, token: string): HttpRequest;
  /** The chat no longer takes the token. */
  refused(answer: HttpAnswer): boolean;
}

/** A connection that the chat keeps open, in place of calling an address of ours. */
export interface SocketRules {
  /** Asks where to connect to; the answer holds the address. */
  connect(credential: Credential): Steps<{ readonly url: string } | { readonly problem: Problem }>;
  /** What a frame means: what is sent back at once, and what people want. Never throws. */
  frame(
    text: string,
    setup: InboundSetup,
  ): {
    readonly reply?: string;
    readonly inbound?: Inbound;
    readonly end?: 'reconnect' | 'refused';
  };
  /** A new connection is opened after this long, before the old one is closed; in ms. */
  readonly renewMs: number;
}

/** A request to an address that the chat gave for an answer. */
export interface AnswerAddress {
  /** Only to the chat's own hosts, and to the credential's own. */
  accepts(url: string, credential: Credential): boolean;
  /** A sentence for the eyes of one person. */
  request(url: string, text: string): HttpRequest;
  outcome(answer: HttpAnswer, now: number): Outcome;
}

/** What people send back from a chat, over HTTP or a socket. */
export interface ChatInbound {
  /** How answers come: the first is the usual one. */
  readonly ways: readonly { readonly id: string; readonly label: string }[];
  /**
   * Proves the sender over the raw bytes, then reads. Nothing of a request that is not authentic
   * goes any further. Never rejects.
   */
  receive(request: InboundRequest, setup: InboundSetup): Promise<Inbound | InboundRefusal>;
  /** Absent where a chat has no such connection. */
  readonly socket?: SocketRules;
  /** Absent where a chat gives no addresses for answers. */
  readonly address?: AnswerAddress;
  /** Tells the chat where answers go. Absent where that is set up by hand, or told with each message. */
  register?(url: string, keys: SigningKeys): Steps<Outcome>;
}

/** What every folder of this wing exports, file by file. */
export interface ChatPlatform {
  readonly id: string;
  readonly name: string;
  /** render.ts */
  render(card: AlertCard, options: RenderOptions, via?: TransportId): Rendered;
  /** text.ts and render.ts: a plain message typed by the person who built the flow. */
  renderText(text: string, options: RenderOptions, via?: TransportId): Rendered;
  /** webhook.ts and bot.ts */
  readonly transports: {
    readonly webhook?: WebhookTransport;
    readonly bot?: BotTransport;
  };
  /**
   * auth.ts. A webhook's address and signature; a bot's base address and token, and the secrets in
   * the request for a token. `now`, in ms, for those that sign the time. A request to anywhere but
   * the chat's own hosts and the credential's own base address gets no secret.
   */
  authenticate(request: HttpRequest, credential: Credential, now: number): HttpRequest;
  /** auth.ts; absent where the credential itself is the token. */
  readonly tokens?: TokenRules;
  /** inbound/: what people send back from chat. */
  readonly inbound: ChatInbound;
}
