import type { Credential } from '../../http/types';
import type { Problem } from '../../problem';
import { webAddress } from '../web-link';

const HOOK = /\/hooks\/[a-z0-9]{26}$/;
const EXAMPLE = 'https://mattermost.example.com/hooks/… with 26 letters and digits at the end';

export const checkCredential = ({ webhookUrl }: Credential): Problem | undefined => {
  const address = webAddress(webhookUrl);
  if (!address) return badUrl('This is not a web address.');
  if (HOOK.test(address.pathname)) return undefined;
  if (/(^|\.)slack\.com$/.test(address.hostname)) return badUrl('This is an address of Slack.');
  return address.pathname.includes('/hooks/')
    ? badUrl('This webhook URL is not complete.')
    : badUrl('This is a page of the site, not an incoming webhook.');
};

const badUrl = (message: string): Problem => ({
  code: 'mattermost.bad_webhook_url',
  message,
  hint: `In Mattermost, open Integrations, Incoming Webhooks and copy the URL of the webhook: ${EXAMPLE}.`,
});
