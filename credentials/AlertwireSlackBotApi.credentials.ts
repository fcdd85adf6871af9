import type { ICredentialType } from 'n8n-workflow';
import { authenticateWith, credentialProperties } from '../nodes/host/chat/credential';

export class AlertwireSlackBotApi implements ICredentialType {
  name = 'alertwireSlackBotApi';

  displayName = 'Alertwire Slack Bot API';

  icon = {
    light: 'file:../icons/slack-alert.svg',
    dark: 'file:../icons/slack-alert.dark.svg',
  } as const;

  documentationUrl = 'https://github.com/alertwire/alertwire#slack';

  supportedNodes = ['slackAlert', 'slackAlertTrigger', 'slackSocketAlertTrigger'];

  restrictToSupportedNodes = true as const;

  hideDomainRestrictionFields = true;

  properties = credentialProperties('slack', 'bot');

  authenticate = authenticateWith('slack');
}
