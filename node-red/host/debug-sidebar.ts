import type { Node, NodeAPI } from 'node-red';

/** Shows a line in the debug sidebar the way a Debug node does: neither a warning nor an error. */
export function tellSidebar(RED: NodeAPI, node: Node, topic: string, text: string): void {
  const line = { id: node.id, z: node.z, _alias: node._alias, name: node.name, topic, msg: text };
  const entry = RED.util.encodeObject(line, { maxLength: 1_000 });
  RED.comms.publish('debug', entry, false);
}
