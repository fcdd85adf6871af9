import type { AlertCard, CardOptions } from '../alert/card';
import type { Outcome } from '../http/outcome';
import type { Credential, HttpAnswer, HttpRequest } from '../http/types';
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

/** One way of reaching a chat platform. What it can do derives from the keys it exports. */
export interface ChatTransport {
  /** Can a message be changed after it was posted? */
  readonly updates: boolean;
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
  /** Says what is wrong with a credential before anything is sent. */
  checkCredential(credential: Credential): Problem | undefined;
  /** Longest burst and steady rate the platform takes, per destination. */
  readonly rate: { readonly requests: number; readonly perMs: number };
}

/** What every folder of this wing exports, file by file. */
export interface ChatPlatform {
  readonly id: string;
  readonly name: string;
  /** render.ts */
  render(card: AlertCard, options: RenderOptions): Rendered;
  /** text.ts and render.ts: a plain message typed by the person who built the flow. */
  renderText(text: string, options: RenderOptions): Rendered;
  /** webhook.ts and bot.ts */
  readonly transports: Readonly<Partial<Record<TransportId, ChatTransport>>>;
  /** auth.ts; `now`, in ms, for those that sign the time. */
  authenticate(request: HttpRequest, credential: Credential, now: number): HttpRequest;
  /** inbound/: what people send back from chat. */
  readonly inbound: Readonly<Record<string, unknown>>;
}
