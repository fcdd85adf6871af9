import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/** What On-Call Action and the Alert Trigger need: https://docs.ilert.com/developer-docs/rest-api/oauth2 */
const SCOPES = [
  'profile',
  'alert',
  'source',
  'action',
  'user',
  'policy',
  'schedule',
  'offline_access',
];

export class AlertwireIlertOAuth2Api implements ICredentialType {
  name = 'alertwireIlertOAuth2Api';

  extends = ['oAuth2Api'];

  displayName = 'Alertwire Ilert OAuth2 API';

  icon = {
    light: 'file:../icons/on-call-action.svg',
    dark: 'file:../icons/on-call-action.dark.svg',
  } as const;

  documentationUrl = 'https://github.com/alertwire/alertwire#ilert';

  supportedNodes = ['alertTrigger', 'onCallAction'];

  restrictToSupportedNodes = true as const;

  hideDomainRestrictionFields = true;

  properties: INodeProperties[] = [
    { displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'pkce' },
    {
      displayName: 'Authorization URL',
      name: 'authUrl',
      type: 'hidden',
      default: 'https://app.ilert.com/api/developers/oauth2/authorize',
    },
    {
      displayName: 'Access Token URL',
      name: 'accessTokenUrl',
      type: 'hidden',
      default: 'https://api.ilert.com/api/developers/oauth2/token',
    },
    { displayName: 'Scope', name: 'scope', type: 'hidden', default: SCOPES.join(' ') },
    {
      displayName: 'Auth URI Query Parameters',
      name: 'authQueryParameters',
      type: 'hidden',
      default: '',
    },
    { displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      placeholder: 'https://api.ilert.com/api',
      description: 'Where the API is; empty for https://api.ilert.com/api',
    },
  ];
}
