import type { NodeAPI } from 'node-red';
import { registerResponse } from '../../host/response/register-response';
import { kind } from './kind';

export default function (RED: NodeAPI): void {
  registerResponse(RED, kind);
}
