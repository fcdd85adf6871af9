import type { NodeAPI } from 'node-red';
import { SLACK_WEBHOOK } from '../../config/slack-webhook/kind';
import { registerChatAlert } from '../../host/chat/alert-node';

export default function (RED: NodeAPI): void {
  registerChatAlert(RED, SLACK_WEBHOOK);
}
