import type { OnCallPlatform } from '../platform';

export const subscription: OnCallPlatform['subscription'] = {};
