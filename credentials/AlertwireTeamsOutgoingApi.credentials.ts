import type { ICredentialType } from 'n8n-workflow';
import { credentialFieldsOf } from '../core/index';
import { propertiesOf } from '../nodes/host/credential-properties';

/** What an outgoing webhook of a team signs with; a bot has it beside its own secrets. */
export class AlertwireTeamsOutgoingApi implements ICredentialType {
  name = 'alertwireTeamsOutgoingApi';

  displayName = 'Alertwire Teams Outgoing API';

  icon = {
    light: 'file:../icons/teams-response.svg',
    dark: 'file:../icons/teams-response.dark.svg',
  } as const;

  documentationUrl = 'https://github.com/alertwire/alertwire#microsoft-teams';

  supportedNodes = ['microsoftTeamsAlertTrigger'];

  restrictToSupportedNodes = true as const;

  properties = propertiesOf(
    credentialFieldsOf('teams', 'bot')
      .filter(({ name }) => name === 'outgoingToken')
      .map((field) => ({ ...field, required: true })),
  );
}
