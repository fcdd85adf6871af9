import type { Node, NodeAPI } from 'node-red';
import { onClose, onInput } from '../guard';
import type { ChatAlertDef } from './alert-def';
import type { ChatKind } from './connection';
import { Sender } from './sender';
import { Stories } from './stories';

/** The sender node of a chat, and the ways it can reach the chat, the usual one first. */
export function registerChatAlert(
  RED: NodeAPI,
  kinds: readonly [ChatKind, ...(readonly ChatKind[])],
): void {
  /** Outlive a deploy. */
  const storiesOf = new Map<string, Stories>();

  function ChatAlert(this: Node, config: ChatAlertDef) {
    RED.nodes.createNode(this, config);
    const stories = storiesOf.get(this.id) ?? new Stories();
    storiesOf.set(this.id, stories);
    const kind = kinds.find(({ transport }) => transport === config.authentication) ?? kinds[0];
    const sender = new Sender(RED, this, config, kind, stories);
    onInput(this, (message, send) => sender.handle(message, send));
    onClose(this, async (removed) => {
      if (removed) storiesOf.delete(this.id);
      await sender.close();
    });
    sender.ready();
  }
  RED.nodes.registerType(kinds[0].alert, ChatAlert);
}
