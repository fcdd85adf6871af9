import { createHmac } from 'node:crypto';
import type { JsonObject } from '../judging/shape';
import type { WireRequest } from '../platform';
import type { Robot } from './hooks';
import { everyText } from './message';
import type { Objection } from './refusal';

/** https://open.dingtalk.com/document/robots/customize-robot-security-settings */
const WINDOW_MS = 3_600_000;

/** What the robot's own settings have against a message: signature, addresses, keywords. */
export function securityObjection(
  robot: Robot,
  { query }: WireRequest,
  payload: JsonObject,
  now: number,
): Objection | undefined {
  return (
    signatureObjection(robot, query, now) ??
    addressObjection(robot) ??
    keywordObjection(robot, payload)
  );
}

function signatureObjection(
  { secret, refusal, note }: Robot,
  query: URLSearchParams,
  now: number,
): Objection | undefined {
  if (secret === undefined) return undefined;
  const timestamp = query.get('timestamp') ?? '';
  const sign = query.get('sign') ?? '';
  if (timestamp === '' || sign === '') {
    return { code: 'sign_mismatch', reason: 'The query has no timestamp or no sign.' };
  }
  if (!/^\d+$/.test(timestamp) || Math.abs(now - Number(timestamp)) > WINDOW_MS) {
    const reason = 'The timestamp is not within an hour of now, in milliseconds.';
    return { code: 'timestamp_invalid', reason };
  }
  if (refusal === 'sign_mismatch') return { code: refusal, reason: note };
  return matchObjection(sign, signatureOf(timestamp, secret));
}

function matchObjection(sign: string, expected: string): Objection | undefined {
  if (sign === expected) return undefined;
  return { code: 'sign_mismatch', reason: mismatch(sign, expected) };
}

/** What went wrong, where it is one of the usual mistakes. */
function mismatch(sign: string, expected: string): string {
  if (new URLSearchParams(`sign=${sign}`).get('sign') === expected) {
    return 'The signature is URL-encoded twice: decoded once, it does not match.';
  }
  if (sign.replaceAll(' ', '+') === expected) {
    return 'The signature is not URL-encoded: its plus signs arrive as spaces.';
  }
  return 'The signature is not the one of this timestamp and secret.';
}

function signatureOf(timestamp: string, secret: string): string {
  return createHmac('sha256', secret).update(`${timestamp}\n${secret}`, 'utf8').digest('base64');
}

function addressObjection({ refusal, note }: Robot): Objection | undefined {
  return refusal === 'ip_not_allowed' ? { code: refusal, reason: note } : undefined;
}

function keywordObjection(
  { keywords = [], note }: Robot,
  payload: JsonObject,
): Objection | undefined {
  if (keywords.length === 0) return undefined;
  const texts = everyText(payload);
  const held = keywords.some((keyword) => texts.some((text) => text.includes(keyword)));
  return held ? undefined : { code: 'keyword_missing', reason: note };
}
