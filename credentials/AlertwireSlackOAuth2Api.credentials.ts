import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** What the bot needs for everything it can do: https://docs.slack.dev/reference/scopes */
const SCOPES = [
  'chat:write',
  'chat:write.public',
  'channels:join',
  'channels:read',
  'channels:history',
  'groups:read',
  'groups:history',
  'im:write',
  'users:read',
  'users:read.email',
  'app_mentions:read',
  'commands',
];

export class AlertwireSlackOAuth2Api implements ICredentialType {
  name = 'alertwireSlackOAuth2Api';

  extends = ['oAuth2Api'];

  displayName = 'Alertwire Slack OAuth2 API';

  icon = {
    light: 'file:../icons/slack-alert.svg',
    dark: 'file:../icons/slack-alert.dark.svg',
  } as const;

  documentationUrl = 'https://github.com/alertwire/alertwire#slack';

  supportedNodes = ['slackAlert', 'slackAlertTrigger', 'slackSocketAlertTrigger'];

  restrictToSupportedNodes = true as const;

  hideDomainRestrictionFields = true;

  properties: INodeProperties[] = [
    { displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'authorizationCode' },
    {
      displayName: 'Authorization URL',
      name: 'authUrl',
      type: 'hidden',
      default: 'https://slack.com/oauth/v2/authorize',
    },
    {
      displayName: 'Access Token URL',
      name: 'accessTokenUrl',
      type: 'hidden',
      default: 'https://slack.com/api/oauth.v2.access',
    },
    {
      displayName: 'Scope',
      name: 'scope',
      type: 'hidden',
      default: SCOPES.join(','),
    },
    {
      displayName: 'Auth URI Query Parameters',
      name: 'authQueryParameters',
      type: 'hidden',
      default: '',
    },
    { displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
    {
      displayName: `Add these bot scopes under OAuth & Permissions of your Slack app: ${SCOPES.join(', ')}. Leave token rotation off: n8n cannot tell when Slack no longer takes a token.`,
      name: 'scopes',
      type: 'notice',
      default: '',
    },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      placeholder: 'https://slack.com/api',
      description:
        "The address of Slack's API where it is another than https://slack.com/api, as a proxy's",
    },
    {
      displayName: 'Signing Secret',
      name: 'signingSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      placeholder: '32 letters and digits',
      description:
        'Proves that clicks and commands come from Slack: Basic Information, App Credentials of your Slack app. Two with a comma between them while it is changed.',
    },
    {
      displayName: 'App-Level Token',
      name: 'appToken',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      placeholder: 'xapp-…',
      description:
        'For Socket Mode, which needs no public address: Basic Information, App-Level Tokens, with the scope connections:write',
    },
  ];
}
