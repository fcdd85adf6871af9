import type { NodeAPI } from 'node-red';
import { registerConnection } from '../../host/chat/register-connection';
import { kind } from './kind';

export default function (RED: NodeAPI): void {
  registerConnection(RED, kind);
}
