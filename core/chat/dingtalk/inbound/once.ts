import type { InboundSetup } from '../../../answers/inbound';

/** As long as a signature is good on either side. */
const REMEMBERED_MS = 2 * 3_600_000;

/** Is this the first time? */
export const isFirst = (key: string, { replays, clock }: InboundSetup): boolean => {
  const now = clock.now();
  return replays.isFirst(`dingtalk ${key}`, now, now + REMEMBERED_MS);
};
