import type { NodeAPI } from 'node-red';
import { kind as bot } from '../../config/teams-bot/kind';
import { kind as webhook } from '../../config/teams-workflow/kind';
import { registerChatAlert } from '../../host/chat/alert-node';

export default function (RED: NodeAPI): void {
  registerChatAlert(RED, [webhook, bot]);
}
