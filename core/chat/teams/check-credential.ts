import type { Credential } from '../../http/types';
import type { Problem } from '../../problem';
import { webAddress } from '../web-link';

const EXAMPLE = 'https://….environment.api.powerplatform.com/powerautomate/…&sig=…';
const WHERE = 'In Teams: channel → Workflows → “Send webhook alerts to a channel”.';

/** Dead since 22 May 2026: https://devblogs.microsoft.com/microsoft365dev/retirement-of-office-365-connectors-within-microsoft-teams/ */
const RETIRED = /(^|\.)webhook\.office(365)?\.com$|^outlook\.office(365)?\.com$/;

/**
 * https://learn.microsoft.com/power-automate/when-http-request-received-trigger: the new hosts, the
 * old ones, and the same in government clouds and in China, where other suffixes follow.
 */
const WORKFLOW_HOST =
  /(^|\.)(environment\.api\.([a-z]+\.)?(powerplatform|appsplatform)|logic\.azure)\.[a-z.]+$/;
const WORKFLOW_PATH = /\/workflows\/[^/]+\/triggers\/[^/]+\/paths\/invoke\/?$/;

/** Pages people copy instead. */
const PAGE =
  /(^|\.)(teams\.(microsoft|live|cloud\.microsoft)\.(com|us)|teams\.cloud\.microsoft|make\.powerautomate\.com|flow\.microsoft\.(com|us)|powerautomate\.(com|us))$/;

/** RFC 9110 field names, without those that belong to the request itself. */
const HEADER_NAME =
  /^(?!(?:content-|host$|connection$|transfer-|authorization$))[a-z0-9!#$%&'*+.^_`|~-]{1,80}$/i;
const HEADER_VALUE = /^[\x21-\x7e](?:[\x20-\x7e]{0,500}[\x21-\x7e])?$/;

/** What is wrong with a credential before anything is sent. */
export const checkCredential = (credential: Credential): Problem | undefined =>
  checkUrl(credential.webhookUrl) ?? checkHeader(credential);

const checkUrl = (webhookUrl: string | undefined): Problem | undefined => {
  const address = webAddress(webhookUrl);
  if (!address) return notAnAddress;
  const { hostname, pathname, protocol, searchParams } = address;
  if (RETIRED.test(hostname)) return retired;
  if (PAGE.test(hostname)) return notAWebhook;
  const hosted = WORKFLOW_HOST.test(hostname);
  if (!hosted && !WORKFLOW_PATH.test(pathname)) return undefined;
  if ((hosted && protocol !== 'https:') || !WORKFLOW_PATH.test(pathname)) return notComplete;
  return searchParams.get('sig') ? undefined : unsigned;
};

const checkHeader = ({ headerName = '', headerValue = '' }: Credential): Problem | undefined => {
  const [name, value] = [headerName.trim(), headerValue.trim()];
  if (name === '' && value === '') return undefined;
  return HEADER_NAME.test(name) && HEADER_VALUE.test(value) ? undefined : badHeader;
};

const badUrl = (message: string, hint: string): Problem => ({
  code: 'teams.bad_webhook_url',
  message,
  hint,
});
const notAnAddress = badUrl(
  'This is not a web address.',
  `Copy the whole URL of the workflow; it looks like ${EXAMPLE} ${WHERE}`,
);
const notComplete = badUrl(
  'This workflow URL is not complete.',
  `Copy the whole URL from the trigger of the flow; it looks like ${EXAMPLE}`,
);
const notAWebhook = badUrl(
  'This is a page, not the URL of a workflow.',
  `Copy the URL that the workflow shows; it looks like ${EXAMPLE} ${WHERE}`,
);
const unsigned: Problem = {
  code: 'teams.unsigned_url',
  message: 'This workflow URL has no signature (sig).',
  hint: 'Set “Who can trigger the flow?” to Anyone in the trigger of the flow, save, and copy the whole URL again: it ends with &sig=….',
};
const retired: Problem = {
  code: 'teams.retired_webhook',
  message: 'Microsoft switched this kind of webhook (Office 365 connector) off in May 2026.',
  hint: `Create a workflow instead and use its URL. ${WHERE}`,
};
const badHeader: Problem = {
  code: 'teams.bad_header',
  message: 'The extra header is not complete, or not one that can be sent.',
  hint: 'Enter both a name (such as X-Alertwire) and a value of plain characters, or neither.',
};
