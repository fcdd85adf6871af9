import type { Problem } from '../../problem';
import { addressFault } from '../check-address';
import type { OnCallPlatform } from '../platform';

export const checkCredential: OnCallPlatform['checkCredential'] = ({ appKey = '', baseUrl }) => {
  const key = appKey.trim();
  if (key === '') return badKey('There is no APP key.');
  if (/^https?:/i.test(key)) return badKey('This is an address, not an APP key.');
  if (!/^[\x21-\x7e]+$/.test(key)) return badKey('The key has blanks or letters that no key has.');
  const fault = addressFault(baseUrl);
  return fault === undefined ? undefined : badBase(fault);
};

const badKey = (message: string): Problem => ({
  code: 'flashduty.bad_key',
  message,
  hint: 'In Flashduty, open your account settings and create an APP key.',
});

const badBase = (message: string): Problem => ({
  code: 'flashduty.bad_base_url',
  message,
  hint: 'Leave the base URL empty for https://api.flashcat.cloud.',
});
