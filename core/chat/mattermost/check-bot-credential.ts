import type { Credential } from '../../http/types';
import type { Problem } from '../../problem';
import { webAddress } from '../web-link';

export const checkBotCredential = ({ accessToken, baseUrl }: Credential): Problem | undefined =>
  checkBase(baseUrl) ?? checkToken(accessToken?.trim() ?? '');

const checkBase = (base: string | undefined): Problem | undefined => {
  const address = webAddress(base);
  if (!address) return badBase('This is not a web address.');
  if (/(^|\.)slack\.com$/.test(address.hostname)) return badBase('This is an address of Slack.');
  if (/\/hooks\//.test(address.pathname)) return badBase('This is a webhook, not the server.');
  return /\/api\/v4\/?$/.test(address.pathname)
    ? badBase('This is the address of the API, not that of the server.')
    : undefined;
};

const checkToken = (token: string): Problem | undefined => {
  if (token === '') return badToken('There is no access token.');
  if (/^https?:/i.test(token)) return badToken('This is an address, not a token.');
  return /^[a-z0-9]{26}$/.test(token)
    ? undefined
    : badToken('This is no access token: those have 26 small letters and digits.');
};

const badBase = (message: string): Problem => ({
  code: 'mattermost.bad_base_url',
  message,
  hint: 'Enter the address people open Mattermost with, with its subpath where it has one: https://mattermost.example.com.',
});

const badToken = (message: string): Problem => ({
  code: 'mattermost.bad_token',
  message,
  hint: 'In Mattermost, open Integrations, Bot Accounts, create a token there and copy the token itself, not its ID.',
});
