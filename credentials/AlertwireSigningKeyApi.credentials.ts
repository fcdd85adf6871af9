import type { ICredentialType } from 'n8n-workflow';
import { SIGNING_KEY_FIELDS } from '../core/index';
import { propertiesOf } from '../nodes/host/credential-properties';

/** What tells the buttons of this installation from anybody else's. */
export class AlertwireSigningKeyApi implements ICredentialType {
  name = 'alertwireSigningKeyApi';

  displayName = 'Alertwire Signing Key API';

  icon = {
    light: 'file:../icons/alert-trigger.svg',
    dark: 'file:../icons/alert-trigger.dark.svg',
  } as const;

  documentationUrl = 'https://github.com/alertwire/alertwire#the-signing-key';

  supportedNodes = [
    'dingTalkAlert',
    'dingTalkAlertTrigger',
    'dingTalkStreamAlertTrigger',
    'linkResponseTrigger',
    'mattermostAlert',
    'mattermostAlertTrigger',
    'microsoftTeamsAlert',
    'microsoftTeamsAlertTrigger',
    'slackAlert',
    'slackAlertTrigger',
    'slackSocketAlertTrigger',
  ];

  restrictToSupportedNodes = true as const;

  properties = propertiesOf(SIGNING_KEY_FIELDS);
}
