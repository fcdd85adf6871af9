import type { Problem } from '../../problem';
import { addressFault } from '../check-address';
import type { OnCallPlatform } from '../platform';

export const checkCredential: OnCallPlatform['checkCredential'] = (credential) => {
  const { apiKey = '', accessToken = '', integrationKey = '', baseUrl } = credential;
  const keys = [apiKey, accessToken, integrationKey].map((key) => key.trim());
  if (keys.every((key) => key === '')) return badKey('There is no key.');
  if (keys.some((key) => /^https?:/i.test(key))) return badKey('This is an address, not a key.');
  const odd = keys.some((key) => !/^[\x21-\x7e]*$/.test(key.replace(/^bearer +/i, '')));
  if (odd) return badKey('The key has blanks or letters that no key has.');
  const fault = addressFault(baseUrl);
  return fault === undefined ? undefined : badBase(fault);
};

const badKey = (message: string): Problem => ({
  code: 'ilert.bad_key',
  message,
  hint: 'In ilert, create a key under your profile, API keys; an alert source shows its integration key on its page.',
});

const badBase = (message: string): Problem => ({
  code: 'ilert.bad_base_url',
  message,
  hint: 'Leave the base URL empty for https://api.ilert.com/api.',
});
