import type { IncomingHttpHeaders } from 'node:http';
import type { Router } from 'express';
import type { Size } from './journal/entries';
import type { Desk } from './server/desk';

export interface WireRequest {
  method: string;
  /** The path below the platform's mount point, for example `/services/T…/B…/…`. */
  path: string;
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
  /** What a well-formed message to this URL is answered with. */
  answers: string;
  note: string;
}

export interface ChatSettings {
  /** Multiplies the length of every rate window; 0 switches the windows off. */
  rateWindowScale: number;
  now: () => number;
}

/** One running stand-in: the platform's rules plus the state they need. */
export interface ChatReceiver {
  judge(request: WireRequest): Verdict;
  reset(): void;
}

export interface ChatPlatform {
  id: string;
  title: string;
  hooks(origin: string): Hook[];
  channelOf(path: string): string | undefined;
  /** The path with everything that works as a password removed. */
  redactPath(path: string): string;
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
