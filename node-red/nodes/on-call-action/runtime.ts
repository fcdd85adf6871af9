import type { Node, NodeAPI } from 'node-red';
import { onClose, onInput } from '../../host/guard';
import type { OnCallActionDef } from './action-def';
import { Actor } from './actor';

/** Acts at an on-call platform: what people ask for in a chat, or what the flow wants. */
export default function (RED: NodeAPI): void {
  function OnCallAction(this: Node, config: OnCallActionDef) {
    RED.nodes.createNode(this, config);
    const actor = new Actor(RED, this, config);
    onInput(this, (message, send) => actor.handle(message, send));
    onClose(this, () => actor.close());
    actor.ready();
  }
  RED.nodes.registerType('alertwire-on-call-action', OnCallAction);
}
