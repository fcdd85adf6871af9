import type { Node, NodeAPI } from 'node-red';
import { onClose, onInput } from '../guard';
import type { ChatAlertDef } from './alert-def';
import type { ChatKind } from './connection';
import { Sender } from './sender';

/** The sender node of a chat. */
export function registerChatAlert(RED: NodeAPI, type: string, kind: ChatKind): void {
  function ChatAlert(this: Node, config: ChatAlertDef) {
    RED.nodes.createNode(this, config);
    const sender = new Sender(RED, this, config, kind);
    onInput(this, (message, send) => sender.handle(message, send));
    onClose(this, () => sender.close());
    sender.ready();
  }
  RED.nodes.registerType(type, ChatAlert);
}
