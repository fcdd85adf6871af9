import type { NodeAPI } from 'node-red';
import { registerOnCallConnection } from '../../host/oncall/register-connection';

export default function (RED: NodeAPI): void {
  registerOnCallConnection(RED, 'flashduty');
}
