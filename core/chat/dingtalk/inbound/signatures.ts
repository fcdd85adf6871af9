import { keyFor, keysFor, type SigningKeys } from '../../../answers/keys';
import type { Credential } from '../../../http/types';
import { hmac, isSame } from '../../../http/verify/hmac';

const PURPOSE = 'dingtalk-card';

/**
 * Of the robot's messages; the body is not covered:
 * https://open.dingtalk.com/document/development/receive-message
 */
export const isOfRobot = (
  { timestamp, sign }: { readonly timestamp: string; readonly sign: string },
  { clientSecret = '' }: Credential,
): boolean => {
  const secret = clientSecret.trim();
  return isSame(hmac(secret, `${timestamp}\n${secret}`).toString('base64'), sign);
};

/** Of presses on cards, over the time alone: https://open.dingtalk.com/document/development/event-callback-card */
export const isOfCards = (
  { timestamp, sign }: { readonly timestamp: string; readonly sign: string },
  secrets: readonly string[],
): boolean =>
  secrets.map((secret) => isSame(hmac(secret, timestamp).toString('base64'), sign)).includes(true);

/** What DingTalk is told when our address is registered, and signs with. */
export const cardSecret = ({ key }: Pick<SigningKeys, 'key'>): string =>
  keyFor(key, PURPOSE).toString('hex');

/** The current one, and the one before. */
export const cardSecrets = (keys: SigningKeys): readonly string[] =>
  keysFor(keys, PURPOSE).map((key) => key.toString('hex'));
