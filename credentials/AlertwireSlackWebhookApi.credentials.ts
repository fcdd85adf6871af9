import type {
  ICredentialDataDecryptedObject,
  ICredentialType,
  IHttpRequestOptions,
  INodeProperties,
} from 'n8n-workflow';
import { findChat, type HttpRequest } from '../core/index';

export class AlertwireSlackWebhookApi implements ICredentialType {
  name = 'alertwireSlackWebhookApi';

  displayName = 'Alertwire Slack Webhook API';

  icon = {
    light: 'file:../icons/slack-alert.svg',
    dark: 'file:../icons/slack-alert.dark.svg',
  } as const;

  documentationUrl = 'https://github.com/alertwire/alertwire#slack';

  supportedNodes = ['slackAlert'];

  restrictToSupportedNodes = true as const;

  hideDomainRestrictionFields = true;

  properties: INodeProperties[] = [
    {
      displayName: 'Webhook URL',
      name: 'webhookUrl',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      placeholder: 'https://hooks.slack.com/services/…',
      description:
        'The address Slack shows under Incoming Webhooks of your Slack app. Whoever has it can post to the channel.',
    },
  ];

  /** The address is the secret: it is put in here, and nowhere else. */
  authenticate = async (
    { webhookUrl }: ICredentialDataDecryptedObject,
    options: IHttpRequestOptions,
  ): Promise<IHttpRequestOptions> => {
    const request: HttpRequest = {
      method: (options.method ?? 'POST') as HttpRequest['method'],
      url: options.url,
      headers: {},
    };
    const { url } =
      findChat('slack')?.authenticate(request, { webhookUrl: String(webhookUrl) }) ?? request;
    return { ...options, url };
  };
}
