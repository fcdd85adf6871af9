import type { ICredentialType } from 'n8n-workflow';
import { onCallCredentialFieldsOf } from '../core/index';
import { propertiesOf } from '../nodes/host/credential-properties';
import { authenticateOnCall } from '../nodes/host/oncall/authenticate';

export class AlertwireFlashdutyApi implements ICredentialType {
  name = 'alertwireFlashdutyApi';

  displayName = 'Alertwire Flashduty API';

  icon = {
    light: 'file:../icons/on-call-action.svg',
    dark: 'file:../icons/on-call-action.dark.svg',
  } as const;

  documentationUrl = 'https://github.com/alertwire/alertwire#flashduty';

  supportedNodes = ['onCallAction'];

  restrictToSupportedNodes = true as const;

  hideDomainRestrictionFields = true;

  properties = propertiesOf(onCallCredentialFieldsOf('flashduty'));

  authenticate = authenticateOnCall('flashduty');
}
