import type { IncomingHttpHeaders } from 'node:http';
import type { Router } from 'express';
import type { Size } from './journal/entries';
import type { RateSettings } from './judging/rate-window';
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
}

export interface NewMessage {
  channel: string;
  text: string;
  payload: unknown;
  pings: string[];
  size: Size;
}

export interface Accepted {
  verdict: 'accepted';
  message: NewMessage;
  answer: Answer;
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

export type ChatSettings = RateSettings;

/** One running stand-in: the platform's rules plus the state they need. */
export interface ChatReceiver {
  judge(request: WireRequest): Verdict;
  reset(): void;
}

export interface ChatPlatform {
  id: string;
  title: string;
  hooks(origin: string): Hook[];
  channelOf(address: Address): string | undefined;
  /** Path and query with everything that works as a password removed. */
  redact(address: Address): string;
  /** Set where the answer comes before the judgement: a good answer, and a refusal nobody is told. */
  answersFirst?: boolean;
  /** The answer to a message too many; not every platform says when the next one may come. */
  rateLimited(retryAfter: string): Answer;
  open(settings: ChatSettings): ChatReceiver;
}

export interface OnCallEvent {
  type: string;
  label: string;
}

export interface OnCallPlatform {
  id: string;
  title: string;
  events: OnCallEvent[];
  open(desk: Desk): { router: Router; reset(): void };
}
