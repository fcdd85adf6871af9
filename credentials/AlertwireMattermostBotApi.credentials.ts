import type { ICredentialType } from 'n8n-workflow';
import { authenticateWith, credentialProperties } from '../nodes/host/chat/credential';

export class AlertwireMattermostBotApi implements ICredentialType {
  name = 'alertwireMattermostBotApi';

  displayName = 'Alertwire Mattermost Bot API';

  icon = {
    light: 'file:../icons/mattermost-alert.svg',
    dark: 'file:../icons/mattermost-alert.dark.svg',
  } as const;

  documentationUrl = 'https://github.com/alertwire/alertwire#mattermost';

  supportedNodes = ['mattermostAlert', 'mattermostAlertTrigger'];

  restrictToSupportedNodes = true as const;

  hideDomainRestrictionFields = true;

  properties = credentialProperties('mattermost', 'bot');

  authenticate = authenticateWith('mattermost');
}
