import type { InboundRefusal, InboundSetup } from '../../../answers/inbound';
import { bytesIn } from '../../../answers/raw-body';
import { noSecret, notAuthentic, notTimely, replayed } from '../../../answers/said';
import { headerValues } from '../../../http/headers';
import type { Credential, InboundRequest } from '../../../http/types';
import { hmac, isSame, isWithin } from '../../../http/verify/hmac';
import type { Activity } from './activity';

const WINDOW_MS = 300_000;
const BASE64 = /^[A-Za-z0-9+/]{16,}={0,2}$/;

/**
 * Did the outgoing webhook of the team sign these bytes? The security token is Base64:
 * https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook
 */
export const isSigned = (request: InboundRequest, { outgoingToken = '' }: Credential): boolean => {
  const [authorization = '', ...more] = headerValues(request.headers, 'authorization');
  const [, signed = ''] = /^HMAC ([A-Za-z0-9+/=]{44})$/.exec(authorization) ?? [];
  const key = Buffer.from(outgoingToken.trim(), 'base64');
  return more.length === 0 && isSame(hmac(key, bytesIn(request)).toString('base64'), signed);
};

/** The signature holds for ever, so the time in the body counts, and each is taken once. */
export const outgoingObjection = (
  request: InboundRequest,
  { timestamp }: Activity,
  { credential, clock, replays }: InboundSetup,
): InboundRefusal | undefined => {
  if (!BASE64.test(credential.outgoingToken?.trim() ?? '')) {
    return noSecret('security token of an outgoing webhook');
  }
  if (!isSigned(request, credential)) return notAuthentic;
  const now = clock.now();
  if (!isWithin(Date.parse(timestamp), now, WINDOW_MS)) return notTimely;
  const [signature] = headerValues(request.headers, 'authorization');
  const first = replays.isFirst(`teams ${signature}`, now, now + 2 * WINDOW_MS);
  return first ? undefined : replayed;
};
