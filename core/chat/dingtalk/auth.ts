import { createHmac } from 'node:crypto';
import type { Credential, HttpRequest } from '../../http/types';
import { toWebhook } from '../request';
import { webAddress } from '../web-link';

/**
 * The robot's address, and its signature where it has a secret. The query is written by
 * URLSearchParams, which encodes once; a signature that is encoded twice never matches.
 * https://open.dingtalk.com/document/robots/customize-robot-security-settings
 */
export const authenticate = (
  request: HttpRequest,
  credential: Credential,
  now: number,
): HttpRequest => {
  const key = credential.secret?.trim() ?? '';
  const url = key === '' ? undefined : webAddress(credential.webhookUrl);
  if (!url) return toWebhook(request, credential);
  url.searchParams.set('timestamp', String(now));
  url.searchParams.set('sign', signatureOf(now, key));
  return { ...request, url: url.href };
};

/** `now` in ms: the platform takes no seconds. */
const signatureOf = (now: number, secret: string): string =>
  createHmac('sha256', secret).update(`${now}\n${secret}`).digest('base64');
