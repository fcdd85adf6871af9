import type { NodeAPI } from 'node-red';
import { type KeyNode, SIGNING_KEY_TYPE } from '../../host/signing-key';

/** What tells the buttons of this installation from anybody else's. */
export default function (RED: NodeAPI): void {
  function SigningKey(this: KeyNode, config: Parameters<typeof RED.nodes.createNode>[1]) {
    RED.nodes.createNode(this, config);
  }
  RED.nodes.registerType(SIGNING_KEY_TYPE, SigningKey, {
    credentials: { key: { type: 'password' }, previousKey: { type: 'password' } },
  });
}
