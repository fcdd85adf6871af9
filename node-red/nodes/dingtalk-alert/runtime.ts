import type { NodeAPI } from 'node-red';
import { kind as bot } from '../../config/dingtalk-app/kind';
import { kind as webhook } from '../../config/dingtalk-robot/kind';
import { registerChatAlert } from '../../host/chat/alert-node';

export default function (RED: NodeAPI): void {
  registerChatAlert(RED, [webhook, bot]);
}
