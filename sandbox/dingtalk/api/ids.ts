import { randomBytes } from 'node:crypto';

/** What a message is called afterwards: its processQueryKey. */
export const messageKey = (): string => randomBytes(32).toString('base64');

/** As the addresses from before /v1.0 number their answers: `16l4ew3d47pdp`. */
export const requestId = (): string => randomBytes(9).readBigUInt64BE().toString(36);
