import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { DEFAULT_SECRET_HEADER } from '../core/index';

export class AlertwireWebhookSecretApi implements ICredentialType {
  name = 'alertwireWebhookSecretApi';

  displayName = 'Alertwire Webhook Secret API';

  icon = {
    light: 'file:../icons/alert-trigger.svg',
    dark: 'file:../icons/alert-trigger.dark.svg',
  } as const;

  documentationUrl = 'https://github.com/alertwire/alertwire#the-webhook-secret';

  supportedNodes = ['alertTrigger'];

  restrictToSupportedNodes = true as const;

  properties: INodeProperties[] = [
    {
      displayName: 'Secret',
      name: 'secret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      placeholder: 'e.g. the output of: openssl rand -hex 24',
      description:
        'A long random word, at least 16 characters. Your on-call platform sends it with every webhook; without it nothing is accepted.',
    },
    {
      displayName: 'Previous Secret',
      name: 'previousSecret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      description:
        'Still accepted while you change the secret in your on-call platform; empty otherwise',
    },
    {
      displayName: 'Header Name',
      name: 'headerName',
      type: 'string',
      default: DEFAULT_SECRET_HEADER,
      description:
        'The header that carries the secret. A Bearer token, a Basic password and the query parameter token are accepted as well.',
    },
  ];
}
