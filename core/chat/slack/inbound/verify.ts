import type { InboundRefusal, InboundSetup } from '../../../answers/inbound';
import { bytesIn, textIn } from '../../../answers/raw-body';
import { noSecret, notAuthentic, notTimely, replayed } from '../../../answers/said';
import { headerValues } from '../../../http/headers';
import type { InboundRequest } from '../../../http/types';
import { hmac, isSame, isWithin } from '../../../http/verify/hmac';
import { severalIn } from '../../../http/verify/several';

/** https://docs.slack.dev/authentication/verifying-requests-from-slack */
const WINDOW_MS = 5 * 60_000;

/** Why a request is not Slack's; undefined where it is, and came for the first time. */
export const verify = (
  request: InboundRequest,
  { credential, clock, replays }: Pick<InboundSetup, 'credential' | 'clock' | 'replays'>,
): InboundRefusal | undefined => {
  const secrets = severalIn(credential.signingSecret);
  if (secrets.length === 0) return noSecret('signing secret');
  const [signature, ...more] = headerValues(request.headers, 'x-slack-signature');
  const [timestamp, ...others] = headerValues(request.headers, 'x-slack-request-timestamp');
  if (!signature || !timestamp || more.length + others.length > 0) return notAuthentic;
  if (!/^\d{1,12}$/.test(timestamp)) return notAuthentic;
  const isSlacks = secrets
    .map((secret) => isSame(signatureOf(secret, timestamp, bytesIn(request)), signature))
    .includes(true);
  if (!isSlacks) return notAuthentic;
  const [sent, now] = [Number(timestamp) * 1000, clock.now()];
  if (!isWithin(sent, now, WINDOW_MS)) return notTimely;
  const until = sent + WINDOW_MS + 1;
  return replays.isFirst(`slack ${signature}`, now, until) ? undefined : replayed;
};

const signatureOf = (secret: string, timestamp: string, body: Uint8Array): string =>
  `v0=${hmac(secret, `v0:${timestamp}:`, body).toString('hex')}`;

const LONGEST_CHECK = 2000;

/**
 * Slack looks from time to time, without a signature, whether the address of a command has a good
 * certificate: https://docs.slack.dev/interactivity/implementing-slash-commands
 */
export const isSslCheck = (request: InboundRequest): boolean => {
  if (bytesIn(request).byteLength > LONGEST_CHECK) return false;
  const form = new URLSearchParams(textIn(request) ?? '');
  return form.get('ssl_check') === '1' || request.query.ssl_check === '1';
};
