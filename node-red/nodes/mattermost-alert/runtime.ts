import type { NodeAPI } from 'node-red';
import { kind as bot } from '../../config/mattermost-bot/kind';
import { kind as webhook } from '../../config/mattermost-webhook/kind';
import { registerChatAlert } from '../../host/chat/alert-node';

export default function (RED: NodeAPI): void {
  registerChatAlert(RED, [webhook, bot]);
}
