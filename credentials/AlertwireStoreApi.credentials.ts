import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { authenticateStore } from '../nodes/host/store/credential';
import { SCOPES } from '../nodes/host/store/problems';

export class AlertwireStoreApi implements ICredentialType {
  name = 'alertwireStoreApi';

  displayName = 'Alertwire Store API';

  icon = {
    light: 'file:../icons/alert-watch.svg',
    dark: 'file:../icons/alert-watch.dark.svg',
  } as const;

  documentationUrl = 'https://github.com/alertwire/alertwire#the-store';

  supportedNodes = [
    'alertWatch',
    'alertWatchTrigger',
    'dingTalkAlert',
    'mattermostAlert',
    'microsoftTeamsAlert',
    'slackAlert',
  ];

  restrictToSupportedNodes = true as const;

  hideDomainRestrictionFields = true;

  properties: INodeProperties[] = [
    {
      displayName: 'Base URL',
      name: 'baseUrl',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'http://127.0.0.1:5678',
      description:
        'The address of this n8n, with its path if it has one: of the main process, as the workers reach it, and not of a sign-in page. Where N8N_SSRF_PROTECTION_ENABLED is set, n8n has to allow this host.',
    },
    {
      displayName: 'API Key',
      name: 'apiKey',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: `From Settings, n8n API: without expiry, with the scopes ${SCOPES}. The table 'Alertwire' is made in the personal project of whom the key belongs to.`,
    },
    {
      displayName: 'Ping URL',
      name: 'pingUrl',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      placeholder: 'https://hc-ping.com/…',
      description:
        'An address that the Alert Watch Trigger calls after each good look at the store, so that somebody outside notices when this n8n is down; empty for none',
    },
  ];

  authenticate = authenticateStore;
}
