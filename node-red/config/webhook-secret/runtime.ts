import type { NodeAPI } from 'node-red';
import { SECRET_TYPE, type SecretDef, type SecretNode } from '../../host/webhook-secret';

/** What proves that a webhook comes from the platform it says it comes from. */
export default function (RED: NodeAPI): void {
  function WebhookSecret(this: SecretNode, config: SecretDef) {
    RED.nodes.createNode(this, config);
    this.headerName = config.headerName;
  }
  RED.nodes.registerType(SECRET_TYPE, WebhookSecret, {
    credentials: { secret: { type: 'password' }, previousSecret: { type: 'password' } },
  });
}
