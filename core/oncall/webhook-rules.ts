import type { Steps } from '../http/steps';
import type { Trouble } from './trouble';

/** A webhook of ours, as it is registered at a platform. */
export interface WebhookOrder {
  /** Where events go; it also tells our webhook from those of others. */
  readonly url: string;
  readonly name: string;
  readonly secret: string;
  /** Default `X-Alertwire-Secret`. */
  readonly headerName?: string | undefined;
  /** The platform's own names of events; empty: all it has. */
  readonly triggerTypes: readonly string[];
  /** IDs of alert sources; empty: all there are when it is registered. */
  readonly alertSources: readonly string[];
}

export interface WebhookRules {
  /** The id of the webhook with this address; undefined where there is none. */
  exists(url: string): Steps<string | undefined | Trouble>;
  /** Makes the webhook, or brings the one with the same address up to date: its id. */
  register(order: WebhookOrder): Steps<{ readonly id: string } | Trouble>;
  /** Only the one with this address goes. True where one was there. */
  remove(url: string): Steps<boolean | Trouble>;
}
