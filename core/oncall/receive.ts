import { toIso } from '../alert/time';
import type { InboundRequest } from '../http/types';
import { hasSecret } from '../http/verify/shared-secret';
import { decodeBody } from './decode-body';
import type { OnCallPlatform, ParsedWebhook, ParseOptions, WebhookSecrets } from './platform';
import { ON_CALL_PLATFORMS } from './registry';
import { unrecognised } from './unrecognised';

export interface ParseWebhookOptions extends ParseOptions {
  /** ISO 8601; absent, events count as received when they occurred. */
  readonly receivedAt?: string | undefined;
  /** Default 1 MiB. */
  readonly maxBytes?: number | undefined;
}

export type ReceiveOptions = Omit<ParseWebhookOptions, 'receivedAt'>;

/** `platform` is `unknown` where nobody knows the body. */
export interface Parsed extends ParsedWebhook {
  readonly ok: true;
  readonly platform: string;
}

/** What to answer the sender: the code for programs, the reason for people, never the body. */
export interface Refused<Status extends number> {
  readonly ok: false;
  readonly status: Status;
  readonly code: string;
  readonly reason: string;
}

type Unparsable = Refused<400 | 404 | 413>;

/**
 * The events of a request whose sender is trusted already: **verifies nothing**. `platform` is an
 * id or `detect`. 404: no such platform, 413: too large, 400: the body cannot be decoded.
 */
export const parseAlertWebhook = (
  platform: string,
  request: InboundRequest,
  options: ParseWebhookOptions = {},
): Parsed | Unparsable => {
  const candidates = candidatesFor(platform);
  return candidates.length === 0
    ? noSuchPlatform(platform)
    : parseAs(candidates, request, options, platform !== 'detect');
};

/**
 * The events of a request whose sender proves to know a secret; `now` is in ms. Authenticated JSON
 * is always taken: on-call platforms give up a webhook that answers 4xx. `status` is what the
 * platform takes as success. 401: no secret matched.
 */
export const receiveAlertWebhook = (
  platform: string,
  request: InboundRequest,
  secrets: WebhookSecrets,
  now: number,
  options: ReceiveOptions = {},
): (Parsed & { readonly status: 200 | 202 }) | Unparsable | Refused<401> => {
  const candidates = candidatesFor(platform);
  if (candidates.length === 0) return noSuchPlatform(platform);
  const verified = candidates.filter((candidate) => candidate.verify(request, secrets, now));
  if (verified.length === 0) return unauthorised(secrets);
  const receivedAt = toIso(now);
  const parsed = parseAs(verified, request, { ...options, receivedAt }, platform !== 'detect');
  if (!parsed.ok) return parsed;
  const sender = verified.find(({ id }) => id === parsed.platform);
  return { ...parsed, status: sender?.accepted ?? 202 };
};

const candidatesFor = (platform: string): readonly OnCallPlatform[] =>
  ON_CALL_PLATFORMS.filter(({ id }) => platform === 'detect' || id === platform);

const parseAs = (
  candidates: readonly OnCallPlatform[],
  request: InboundRequest,
  { receivedAt, maxBytes, ...options }: ParseWebhookOptions,
  isChosen: boolean,
): Parsed | Unparsable => {
  const decoded = decodeBody(request, maxBytes);
  if (!decoded.ok) return decoded;
  const { body } = decoded;
  const received = toIso(receivedAt);
  const sender = candidates.find((candidate) => candidate.recognises(body, request));
  if (sender) return { ok: true, platform: sender.id, ...sender.parse(body, received, options) };
  const chosen = isChosen ? candidates[0] : undefined;
  const parsed = unrecognised(chosen, body, received, options);
  return { ok: true, platform: chosen?.id ?? 'unknown', ...parsed };
};

const noSuchPlatform = (platform: string): Refused<404> => ({
  ok: false,
  status: 404,
  code: 'webhook.unknown_platform',
  reason: `There is no on-call platform "${platform}".`,
});

const unauthorised = ({ shared }: WebhookSecrets): Refused<401> =>
  hasSecret(shared)
    ? {
        ok: false,
        status: 401,
        code: 'webhook.wrong_secret',
        reason: 'The request does not carry the secret that is configured for this webhook.',
      }
    : {
        ok: false,
        status: 401,
        code: 'webhook.no_secret',
        reason: 'No secret is configured for this webhook, so nothing is accepted.',
      };
