import type { JsonObject } from '../../judging/shape';

const SECRETS = ['token', 'trigger_id'];

/** A payload without what works as a password. */
export function shownPayload(payload: JsonObject): JsonObject {
  const shown = { ...payload };
  for (const name of SECRETS) if (name in shown) shown[name] = '[redacted]';
  if (typeof shown.response_url === 'string') {
    shown.response_url = shown.response_url.replace(/[^/]+$/, '…');
  }
  return shown;
}
