import { flashduty } from './flashduty/index';
import { ilert } from './ilert/index';
import type { OnCallPlatform } from './platform';

/** One line per platform. */
export const ON_CALL_PLATFORMS: readonly OnCallPlatform[] = [ilert, flashduty];
