import type { ICredentialType } from 'n8n-workflow';
import { onCallCredentialFieldsOf } from '../core/index';
import { propertiesOf } from '../nodes/host/credential-properties';
import { authenticateOnCall } from '../nodes/host/oncall/authenticate';

export class AlertwireIlertApi implements ICredentialType {
  name = 'alertwireIlertApi';

  displayName = 'Alertwire Ilert API';

  icon = {
    light: 'file:../icons/on-call-action.svg',
    dark: 'file:../icons/on-call-action.dark.svg',
  } as const;

  documentationUrl = 'https://github.com/alertwire/alertwire#ilert';

  supportedNodes = ['alertTrigger', 'onCallAction'];

  restrictToSupportedNodes = true as const;

  hideDomainRestrictionFields = true;

  properties = propertiesOf(onCallCredentialFieldsOf('ilert'));

  authenticate = authenticateOnCall('ilert');
}
