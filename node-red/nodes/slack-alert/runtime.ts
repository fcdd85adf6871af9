import type { NodeAPI } from 'node-red';
import { registerChatAlert } from '../../host/chat/alert-node';
import { SLACK_WEBHOOK } from '../../host/chat/slack';

export default function (RED: NodeAPI): void {
  registerChatAlert(RED, 'alertwire-slack-alert', SLACK_WEBHOOK);
}
