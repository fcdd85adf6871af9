import type { IncomingHttpHeaders } from 'node:http';
import type { Router } from 'express';
import type { Size } from './journal/entries';
import type { RateSettings } from './judging/rate-window';
import type { ChatPeople } from './people/people';
import type { Desk } from './server/desk';

/** Where a request goes, below the platform's mount point. */
export interface Address {
  /** For example `/services/T…/B…/…`. */
  path: string;
  query: URLSearchParams;
}

export interface WireRequest extends Address {
  method: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body: string;
  /** The body as it may be shown, where it works as a password. */
  shown?: string;
}

export interface NewMessage {
  channel: string;
  text: string;
  payload: unknown;
  pings: string[];
  size: Size;
  /** What the platform calls the message; a webhook is not told. */
  ref?: string;
  /** The `ref` of the message this one answers. */
  replyTo?: string;
  /** The one person who sees it. */
  onlyFor?: string;
  /** What some see instead of the payload, by their names. */
  views?: Record<string, unknown>;
}

export interface Accepted {
  verdict: 'accepted';
  /** What people see; absent where the request only asked something. */
  message?: NewMessage;
  /** The same in more channels, where one request reaches several. */
  copies?: readonly NewMessage[];
  /** What becomes of the message, `post` unless told; the others find it by `ref`. */
  does?: 'post' | 'update' | 'delete';
  /** The body of a request without a message. */
  payload?: unknown;
  answer: Answer;
  /** What the platform does once it has answered. */
  afterwards?(): void;
}

export interface Refused {
  verdict: 'refused';
  /** `rate_limited` on every platform, when there were too many messages. */
  code: string;
  reason: string;
  source: string;
  payload?: unknown;
  answer: Answer;
}

export type Verdict = Accepted | Refused;

export interface Hook {
  platform: string;
  channel: string;
  url: string;
  /** `ok`, or the code with which every well-formed message to this URL is refused. */
  answers: string;
  note: string;
  /** The key requests are signed with, where the platform has one. */
  secret?: string;
}

/** What a token opens: an app or a bot of a platform, and the channels it may know. */
export interface Bot {
  platform: string;
  name: string;
  /** Where its API is, without a slash at the end. */
  baseUrl: string;
  /** As people would copy it from the platform's pages. */
  credential: Record<string, string>;
  /** What its owner copies to check and to answer what the platform sends; absent where it is not set up for that. */
  inbound?: Record<string, string>;
  channels: BotChannel[];
  /** `ok`, or the code with which every well-formed call is refused. */
  answers: string;
  note: string;
}

export interface BotChannel {
  /** As the API names it. */
  id: string;
  name: string;
  /** `ok`, or the code with which a message to this channel is refused. */
  answers: string;
  note: string;
}

export interface ChatSettings extends RateSettings {
  desk: Desk;
}

/** One running stand-in: the platform's rules plus the state they need. */
export interface ChatReceiver {
  judge(request: WireRequest): Verdict;
  reset(): void;
  /** Absent where nobody can answer from the chat. */
  people?: ChatPeople;
  /** What else can be done to this one, below `/inspect/chats/<id>`. */
  control?: Router;
}

/** What is reached over the wire: a chat, or the API of an on-call platform. */
export interface WireService {
  id: string;
  title: string;
  /** Where a request is about; an address may say it, or a body. */
  channelOf(request: WireRequest): string | undefined;
  /** Path and query with everything that works as a password removed. */
  redact(address: Address): string;
  /** Where the answer comes before the judgement: a good answer, and a refusal nobody is told. */
  answersFirst?(address: Address): boolean;
  /** The answer to a request too many; not every platform says when the next one may come. */
  rateLimited(retryAfter: string, address: Address): Answer;
}

export interface ChatPlatform extends WireService {
  hooks(origin: string): Hook[];
  /** Absent where the stand-in has webhooks only. */
  bots?(origin: string): Bot[];
  open(settings: ChatSettings): ChatReceiver;
}

export interface OnCallEvent {
  type: string;
  label: string;
}

/** What opens the API of an on-call platform, and as whom. */
export interface OnCallAccount {
  platform: string;
  /** Whose key it is. */
  name: string;
  /** Where the API is, without a slash at the end. */
  baseUrl: string;
  /** As people would copy it from the platform's pages. */
  credential: Record<string, string>;
  /** `ok`, or the code with which every well-formed change is refused. */
  answers: string;
  note: string;
}

export interface OnCallPlatform extends WireService {
  events: OnCallEvent[];
  /** What only its API makes happen. */
  apiEvents: OnCallEvent[];
  accounts(origin: string): OnCallAccount[];
  open(settings: ChatSettings): OnCallReceiver;
}

/** One running stand-in of an on-call platform. */
export interface OnCallReceiver {
  /** Its controls: what a person does on its pages, and what the sandbox is told. */
  router: Router;
  /** Its API. */
  judge(request: WireRequest): Verdict;
  reset(): void;
}
