import type { OnCallPlatform } from '../platform';

export const actions: OnCallPlatform['actions'] = {};
