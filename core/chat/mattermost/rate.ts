import type { Rate } from '../platform';

/** Off by default; what is suggested where it is on: https://docs.mattermost.com/administration-guide/configure/rate-limiting-configuration-settings.html */
export const rate: Rate = { requests: 10, perMs: 1000 };
