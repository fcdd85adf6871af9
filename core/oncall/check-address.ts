import { webAddress } from '../alert/facts';

/** What is wrong with a base address, in a sentence; it may be empty. */
export const addressFault = (address = ''): string | undefined => {
  const written = address.trim();
  if (written === '') return undefined;
  const url = webAddress(written);
  if (url === undefined) return 'The base URL is no web address.';
  const { username, password, search, hash } = new URL(url);
  if (username !== '' || password !== '') return 'The base URL holds a name or a password.';
  return search === '' && hash === '' ? undefined : 'The base URL ends in more than a path.';
};
