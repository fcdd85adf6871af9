import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { isSame } from '../../../http/verify/hmac';

/** https://open.dingtalk.com/document/development/event-callback-configuration */
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
const BLOCK = 32;
const AES_KEY = /^[A-Za-z0-9+/]{43}$/;

/** What an app and DingTalk share for events. */
export interface EventKeys {
  readonly token: string;
  /** 43 characters of Base64. */
  readonly aesKey: string;
  /** Ends every message: the client ID of the app. */
  readonly owner: string;
}

/** A message as it travels. */
export interface Sealed {
  readonly encrypt: string;
  readonly timestamp: string;
  readonly nonce: string;
}

export const isAesKey = (aesKey: string): boolean => AES_KEY.test(aesKey);

export const signatureOf = (token: string, { encrypt, timestamp, nonce }: Sealed): string =>
  createHash('sha1').update([token, timestamp, nonce, encrypt].sort().join('')).digest('hex');

export const isSignedEvent = (token: string, sealed: Sealed, signature: string): boolean =>
  isSame(signatureOf(token, sealed), signature);

const keyOf = ({ aesKey }: EventKeys): Buffer => Buffer.from(`${aesKey}=`, 'base64');

/** `random`: 16 bytes nobody can guess. */
export const encryptEvent = (
  message: string,
  keys: EventKeys,
  random: Uint8Array = randomBytes(RANDOM_BYTES),
): string => {
  const text = Buffer.from(message);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([random, length, text, Buffer.from(keys.owner)]);
  const padding = BLOCK - (plain.length % BLOCK);
  const key = keyOf(keys);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
};

/** Undefined where it was not meant for this app, or was changed. */
export const decryptEvent = (encrypt: string, keys: EventKeys): string | undefined => {
  const plain = unpadded(opened(encrypt, keyOf(keys)));
  const start = RANDOM_BYTES + LENGTH_BYTES;
  if (plain === undefined || plain.length < start) return undefined;
  const end = start + plain.readUInt32BE(RANDOM_BYTES);
  const owner = plain.subarray(end).toString();
  return end <= plain.length && owner === keys.owner
    ? plain.subarray(start, end).toString()
    : undefined;
};

const opened = (encrypt: string, key: Buffer): Buffer | undefined => {
  try {
    const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(Buffer.from(encrypt, 'base64')), cipher.final()]);
  } catch {
    return undefined;
  }
};

const unpadded = (plain: Buffer | undefined): Buffer | undefined => {
  const padding = plain?.at(-1) ?? 0;
  return plain && padding >= 1 && padding <= BLOCK ? plain.subarray(0, -padding) : undefined;
};
