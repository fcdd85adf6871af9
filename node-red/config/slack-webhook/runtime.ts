import type { NodeAPI } from 'node-red';
import { registerConnection } from '../../host/chat/register-connection';
import { SLACK_WEBHOOK } from '../../host/chat/slack';

export default function (RED: NodeAPI): void {
  registerConnection(RED, 'alertwire-slack-webhook', SLACK_WEBHOOK);
}
