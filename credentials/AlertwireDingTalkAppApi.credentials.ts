import type { ICredentialType } from 'n8n-workflow';
import { authenticateWith, credentialProperties } from '../nodes/host/chat/credential';

export class AlertwireDingTalkAppApi implements ICredentialType {
  name = 'alertwireDingTalkAppApi';

  displayName = 'Alertwire DingTalk App API';

  icon = {
    light: 'file:../icons/dingtalk-alert.svg',
    dark: 'file:../icons/dingtalk-alert.dark.svg',
  } as const;

  documentationUrl = 'https://github.com/alertwire/alertwire#dingtalk';

  supportedNodes = ['dingTalkAlert', 'dingTalkAlertTrigger', 'dingTalkStreamAlertTrigger'];

  restrictToSupportedNodes = true as const;

  hideDomainRestrictionFields = true;

  properties = credentialProperties('dingtalk', 'bot');

  authenticate = authenticateWith('dingtalk');
}
