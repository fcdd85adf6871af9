import type { NodeAPI } from 'node-red';
import { kind } from '../../config/teams-workflow/kind';
import { registerChatAlert } from '../../host/chat/alert-node';

export default function (RED: NodeAPI): void {
  registerChatAlert(RED, kind);
}
