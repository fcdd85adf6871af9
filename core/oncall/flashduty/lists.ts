import type { OnCallPlatform } from '../platform';

export const lists: OnCallPlatform['lists'] = {};
