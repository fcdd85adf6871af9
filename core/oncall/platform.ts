import type { AlertAction, AlertRef } from '../alert/command';
import type { AlertEvent, Capability } from '../alert/event';
import type { Steps } from '../http/steps';
import type { Credential, HttpRequest, InboundRequest } from '../http/types';
import type { SharedSecret } from '../http/verify/shared-secret';
import type { Problem } from '../problem';
import type { OnCallActionRule, Task } from './action';
import type { ListName, OnCallPage } from './lists';
import type { Trouble } from './trouble';
import type { WebhookRules } from './webhook-rules';

/** The secrets a host holds for inbound webhooks, one key per verification scheme. */
export interface WebhookSecrets {
  /** Checked as Basic password, Bearer token, named header or `token` query value. */
  readonly shared?: SharedSecret | undefined;
}

export interface ParseOptions {
  /** Where `{id}` stands for the alert's id; for platforms whose webhook carries no address. */
  readonly alertUrlPattern?: string | undefined;
  /** Default true: events carry the body as `raw`. */
  readonly includeRaw?: boolean | undefined;
}

export interface ParsedWebhook {
  readonly events: readonly AlertEvent[];
  /** Sentences about what was not understood. */
  readonly warnings: readonly string[];
}

export interface SampleEvent {
  /** What it shows, for a list a person picks from. */
  readonly name: string;
  /** The body as the platform would send it. */
  readonly body: unknown;
}

/** What every folder of this wing exports, file by file. */
export interface OnCallPlatform {
  readonly id: string;
  readonly name: string;
  /** What the platform takes as success; 202 where every 2xx is. */
  readonly accepted: 200 | 202;
  /** events.ts: is this body one of ours? Cheap; called before verification only with a parsed body. */
  recognises(body: unknown, request: InboundRequest): boolean;
  /** verify.ts: over the raw bytes. */
  verify(request: InboundRequest, secrets: WebhookSecrets, now: number): boolean;
  /**
   * events.ts: never throws, whatever the body. Without `receivedAt`, events count as received
   * when they occurred.
   */
  parse(body: unknown, receivedAt: string | undefined, options: ParseOptions): ParsedWebhook;
  /**
   * auth.ts: base address and secret. Only a request for the platform's API gets them: one whose
   * address is a path.
   */
  authenticate(request: HttpRequest, credential: Credential): HttpRequest;
  /** check-credential.ts: what is wrong with a credential before anything is sent. */
  checkCredential(credential: Credential): Problem | undefined;
  /** check.ts: who we are, and in a sentence what this cannot do or prove. */
  check(access: Task['access']): Steps<Checked | Trouble>;
  /** What people can do to an alert of this platform from outside: the keys of `actions`. */
  readonly capabilities: readonly Capability[];
  /** actions.ts: how it is done. */
  readonly actions: Readonly<Partial<Record<AlertAction, OnCallActionRule>>>;
  /** read.ts: an alert as it is now, in an event that tells no more than that. `now` is in ms. */
  read(alert: AlertRef, now: number): Steps<AlertEvent | Trouble>;
  /**
   * attribute.ts: writes beside an alert who asked for what was done, since the platform only knows
   * whose key it was. Nothing hangs on it.
   */
  attribute(alert: AlertEvent, sentence: string, task: Task): Steps<void>;
  /** lists.ts: what pickers offer. `search` and `cursor` are empty at first. */
  readonly lists: Readonly<Partial<Record<ListName, ListRule>>>;
  /** subscription.ts: registering our webhook; undefined where the platform has no API for it. */
  readonly subscription: WebhookRules | undefined;
  /** example.ts */
  readonly examples: readonly SampleEvent[];
}

export type ListRule = (search: string, cursor: string) => Steps<OnCallPage | Trouble>;

export interface Checked {
  /** Who the platform takes us for. */
  readonly name: string;
  readonly unproven?: string;
}
