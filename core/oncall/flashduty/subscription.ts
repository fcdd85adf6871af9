import type { OnCallPlatform } from '../platform';

/** No call makes a webhook: people add it under Integration Center, Webhooks. */
export const subscription: OnCallPlatform['subscription'] = undefined;
