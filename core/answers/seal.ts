import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyFor, keysFor, type SigningKeys } from './keys';

const PURPOSE = 'address';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A secret that travels through a flow and that only this installation can read. */
export const seal = (secret: string, { key }: SigningKeys): string => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(key, PURPOSE), iv);
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
};

/** Undefined where it was sealed elsewhere, or changed. */
export const unseal = (sealed: string, keys: SigningKeys): string | undefined => {
  const bytes = Buffer.from(sealed, 'base64url');
  for (const key of keysFor(keys, PURPOSE)) {
    const opened = open(bytes, key);
    if (opened !== undefined) return opened;
  }
  return undefined;
};

const open = (bytes: Buffer, key: Buffer): string | undefined => {
  try {
    const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
    const whole = { authTagLength: TAG_BYTES };
    const cipher = createDecipheriv('aes-256-gcm', key, iv, whole).setAuthTag(tag);
    const text = cipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([text, cipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
};
