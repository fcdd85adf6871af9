import type { Credential } from '../../http/types';
import type { Problem } from '../../problem';
import { webAddress } from '../web-link';

const HOOK_HOSTS: readonly string[] = ['hooks.slack.com', 'hooks.slack-gov.com'];
const EXAMPLE = 'https://hooks.slack.com/services/…';

export const checkCredential = ({ webhookUrl }: Credential): Problem | undefined => {
  const address = webAddress(webhookUrl);
  if (!address) return notAnAddress;
  const { hostname, pathname, protocol } = address;
  if (HOOK_HOSTS.includes(hostname)) {
    const hook = /^\/(services|workflows|triggers)\/[^/]+\/[^/]+/.test(pathname);
    return hook && protocol === 'https:' ? undefined : notComplete;
  }
  return /(^|\.)slack(-gov)?\.com$/.test(hostname) ? notAWebhook : undefined;
};

const badUrl = (message: string, hint: string): Problem => ({
  code: 'slack.bad_webhook_url',
  message,
  hint,
});
const notAnAddress = badUrl(
  'This is not a web address.',
  `Copy the whole webhook URL from Slack; it starts with ${EXAMPLE}`,
);
const notComplete = badUrl(
  'This webhook URL is not complete.',
  `Copy the whole webhook URL from Slack; it starts with ${EXAMPLE}`,
);
const notAWebhook = badUrl(
  'This is a page of Slack, not an incoming webhook.',
  `In your Slack app, open Incoming Webhooks and copy the URL that starts with ${EXAMPLE}`,
);
