import type { Credential } from '../../http/types';
import { severalIn } from '../../http/verify/several';
import type { Problem } from '../../problem';
import { webAddress } from '../web-link';

const WHERE =
  'In your Slack app, open OAuth & Permissions and copy the Bot User OAuth Token: xoxb-…';

export const checkBotCredential = (credential: Credential): Problem | undefined => {
  const { accessToken, baseUrl, signingSecret, appToken } = credential;
  return (
    checkToken(accessToken?.trim() ?? '') ??
    checkBase(baseUrl?.trim() ?? '') ??
    checkSecret(signingSecret ?? '') ??
    checkAppToken(appToken?.trim() ?? '')
  );
};

/** Needed only for what comes back. */
const checkSecret = (field: string): Problem | undefined => {
  const wrong = severalIn(field).some((secret) => /^xox|^xapp-|^https?:/i.test(secret));
  if (!wrong) return undefined;
  return {
    code: 'slack.bad_signing_secret',
    message: 'This is no signing secret.',
    hint: 'In your Slack app, open Basic Information and copy the Signing Secret under App Credentials.',
  };
};

const checkAppToken = (token: string): Problem | undefined => {
  if (token === '' || /^xapp-[\w-]{5,}$/.test(token)) return undefined;
  return {
    code: 'slack.bad_app_token',
    message: 'This is no app-level token.',
    hint: 'In your Slack app, open Basic Information, App-Level Tokens, and create one with the scope connections:write: xapp-…',
  };
};

const checkToken = (token: string): Problem | undefined => {
  if (token === '') return badToken('There is no bot token.');
  if (/^xapp-/.test(token))
    return badToken('This token belongs to the app itself, not to its bot.');
  if (/^(xoxe\.)?xoxp-/.test(token))
    return badToken('This is the token of a person, not of a bot.');
  if (/^https?:/i.test(token)) return badToken('This is an address, not a token.');
  return /^(xoxe\.)?xoxb-[\w-]{5,}$/.test(token) ? undefined : badToken('This is no bot token.');
};

const checkBase = (base: string): Problem | undefined => {
  if (base === '') return undefined;
  const address = webAddress(base);
  if (!address) return badBase('This is not a web address.');
  if (!/(^|\.)slack(-gov)?\.com$/.test(address.hostname)) return undefined;
  const api = address.protocol === 'https:' && /^\/api\/?$/.test(address.pathname);
  return api ? undefined : badBase("This is a page of Slack, not the address of Slack's API.");
};

const badToken = (message: string): Problem => ({ code: 'slack.bad_token', message, hint: WHERE });

const badBase = (message: string): Problem => ({
  code: 'slack.bad_base_url',
  message,
  hint: 'Leave the base URL empty for https://slack.com/api; on GovSlack it is https://slack-gov.com/api.',
});
