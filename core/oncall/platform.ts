import type { AlertEvent, Capability } from '../alert/event';
import type { Credential, HttpRequest, InboundRequest } from '../http/types';
import type { SharedSecret } from '../http/verify/shared-secret';

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
  /** auth.ts */
  authenticate(request: HttpRequest, credential: Credential): HttpRequest;
  /** events.ts: what people can do to an alert of this platform from outside. */
  readonly capabilities: readonly Capability[];
  /** actions.ts: how it is done; the keys are among the capabilities. */
  readonly actions: Readonly<Partial<Record<Capability, unknown>>>;
  /** lists.ts: pickers fed by the platform. */
  readonly lists: Readonly<Record<string, unknown>>;
  /** subscription.ts: registering our webhook, where the platform has an API for it. */
  readonly subscription: Readonly<Record<string, unknown>>;
  /** example.ts */
  readonly examples: readonly SampleEvent[];
}
