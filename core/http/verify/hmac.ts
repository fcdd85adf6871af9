import { createHmac, timingSafeEqual } from 'node:crypto';

type Bytes = Uint8Array | string;

/** HMAC-SHA256. */
export const hmac = (key: Bytes, ...parts: readonly Bytes[]): Buffer => {
  const sum = createHmac('sha256', key);
  for (const part of parts) sum.update(part);
  return sum.digest();
};

/** The same over lines of text, none of which may hold a line break of its own. */
export const hmacOfLines = (key: Bytes, lines: readonly string[]): Buffer =>
  hmac(key, lines.join('\n'));

/** In constant time for values of one length. */
export const isSame = (one: Bytes, other: Bytes): boolean => {
  const [a, b] = [Buffer.from(one as string), Buffer.from(other as string)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Neither too old nor from the future; all in ms. False for what is no time. */
export const isWithin = (timestamp: number, now: number, windowMs: number): boolean =>
  Math.abs(now - timestamp) <= windowMs;
