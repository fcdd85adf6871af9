import type { AlertEvent, Capability } from '../alert/event';
import type { OnCallPlatform } from './platform';
import { ON_CALL_PLATFORMS } from './registry';

export {
  checkOnCall,
  findWebhook,
  listOnCall,
  registerWebhook,
  removeWebhook,
} from './ask';
export { LARGEST_BODY_BYTES } from './decode-body';
export { alertMeant, platformMeant } from './meant';
export { type ActionOrder, type ActionOutcome, performAction } from './perform';
export { parseAlertWebhook, receiveAlertWebhook } from './receive';
export { type OnCallActionSummary, onCallActionsOf } from './rules-of';

export interface OnCallPlatformSummary {
  readonly id: string;
  readonly name: string;
  readonly capabilities: readonly Capability[];
  /** Names of the sample events, in the order of `sampleEvents`. */
  readonly samples: readonly string[];
}

export const listOnCallPlatforms = (): OnCallPlatformSummary[] =>
  ON_CALL_PLATFORMS.map(({ id, name, capabilities, examples }) => ({
    id,
    name,
    capabilities,
    samples: examples.map((example) => example.name),
  }));

/** One alert's story as events, for trying out a flow; empty for a platform that is not known. */
export const sampleEvents = (platform: string): AlertEvent[] => {
  const found = ON_CALL_PLATFORMS.find(({ id }) => id === platform);
  return (
    found?.examples.flatMap(({ body }) => found.parse(body, undefined, {}).events.slice()) ?? []
  );
};

/** A platform's `auth.ts` and `check-credential.ts`, for hosts; undefined where nobody knows it. */
export const findOnCall = (platform: string): OnCallAccess | undefined =>
  ON_CALL_PLATFORMS.find(({ id }) => id === platform);

export type OnCallAccess = Pick<
  OnCallPlatform,
  'id' | 'name' | 'authenticate' | 'checkCredential' | 'subscription'
>;
