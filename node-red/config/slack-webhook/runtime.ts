import type { NodeAPI } from 'node-red';
import { registerConnection } from '../../host/chat/register-connection';
import { SLACK_WEBHOOK } from './kind';

export default function (RED: NodeAPI): void {
  registerConnection(RED, SLACK_WEBHOOK);
}
