import type { ICredentialType } from 'n8n-workflow';
import { authenticateWith, credentialProperties } from '../nodes/host/chat/credential';

export class AlertwireTeamsBotApi implements ICredentialType {
  name = 'alertwireTeamsBotApi';

  displayName = 'Alertwire Teams Bot API';

  icon = {
    light: 'file:../icons/teams-alert.svg',
    dark: 'file:../icons/teams-alert.dark.svg',
  } as const;

  documentationUrl = 'https://github.com/alertwire/alertwire#microsoft-teams';

  supportedNodes = ['microsoftTeamsAlert', 'microsoftTeamsAlertTrigger'];

  restrictToSupportedNodes = true as const;

  hideDomainRestrictionFields = true;

  properties = credentialProperties('teams', 'bot');

  authenticate = authenticateWith('teams');
}
