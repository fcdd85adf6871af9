import type { AlertRef } from '../alert/command';
import { hmacOfLines, isSame } from '../http/verify/hmac';
import { keysFor, type SigningKeys } from './keys';

/** What a button was made for. It comes back with the click, and only as it was made. */
export interface ButtonClaims {
  readonly kind: 'alert-action' | 'own-button';
  /** An `AlertAction`, or the name of an own button. */
  readonly action: string;
  readonly alert: AlertRef;
  /** As in AlertState. */
  readonly episode: number;
  /** Names the destination of the card, shortly. */
  readonly destination: string;
  /** The channel it was posted to, where that is known beforehand. */
  readonly channel?: string;
  /** In ms; kept in whole seconds. */
  readonly expiresAt: number;
}

export type TokenFlaw = 'malformed' | 'wrong-key' | 'expired' | 'other-channel';

const PURPOSE = 'button';
/** 128 bits cannot be guessed, and links stay short enough for DingTalk's 500 characters. */
const SIGNATURE_BYTES = 16;
/** Above any token of ours: a title and an id are cut before. */
const LONGEST = 1500;

/** A button's proof: letters, digits, `-`, `_` and one dot. */
export const signToken = (claims: ButtonClaims, keys: SigningKeys): string => {
  const told = encode(claims);
  const [key] = keysFor(keys, PURPOSE);
  if (!key) throw new RangeError('There is no signing key.');
  return `${told}.${signature(key, told)}`;
};

/** `channel`: where the click came from, as the chat itself says. */
export const readToken = (
  token: unknown,
  keys: SigningKeys,
  now: number,
  channel?: string | undefined,
): { readonly claims: ButtonClaims } | { readonly flaw: TokenFlaw } => {
  if (typeof token !== 'string' || token.length > LONGEST) return { flaw: 'malformed' };
  const [told = '', signed = '', ...rest] = token.split('.');
  const claims = rest.length === 0 ? decode(told) : undefined;
  if (!claims || signed === '') return { flaw: 'malformed' };
  const isOurs = keysFor(keys, PURPOSE)
    .map((key) => isSame(signature(key, told), signed))
    .includes(true);
  if (!isOurs) return { flaw: 'wrong-key' };
  if (claims.expiresAt <= now) return { flaw: 'expired' };
  const elsewhere = claims.channel !== undefined && channel !== undefined;
  return elsewhere && claims.channel !== channel ? { flaw: 'other-channel' } : { claims };
};

const signature = (key: Buffer, told: string): string =>
  hmacOfLines(key, ['v1', told]).subarray(0, SIGNATURE_BYTES).toString('base64url');

const encode = (claims: ButtonClaims): string => {
  const { kind, action, alert, episode, destination, channel, expiresAt } = claims;
  const told = [
    kind === 'own-button' ? 1 : 0,
    action,
    [alert.platform ?? '', alert.account ?? '', alert.id, alert.key ?? '', alert.title ?? ''],
    episode,
    destination,
    channel ?? '',
    Math.floor(expiresAt / 1000),
  ];
  return Buffer.from(JSON.stringify(told)).toString('base64url');
};

const decode = (told: string): ButtonClaims | undefined => {
  try {
    const read: unknown = JSON.parse(Buffer.from(told, 'base64url').toString());
    if (!Array.isArray(read) || read.length !== 7 || !Array.isArray(read[2])) return undefined;
    const [own, action, alert, episode, destination, channel, seconds] = read;
    const [platform, account, id, key, title] = alert;
    const texts = [action, platform, account, id, key, title, destination, channel];
    const numbers = [own, episode, seconds];
    if (!texts.every((one) => typeof one === 'string')) return undefined;
    if (!numbers.every((one) => Number.isSafeInteger(one))) return undefined;
    return {
      kind: own === 1 ? 'own-button' : 'alert-action',
      action,
      alert: {
        id,
        ...(platform && { platform }),
        ...(account && { account }),
        ...(key && { key }),
        ...(title && { title }),
      },
      episode,
      destination,
      ...(channel && { channel }),
      expiresAt: seconds * 1000,
    };
  } catch {
    return undefined;
  }
};
