import type { Node, NodeAPI, NodeDef } from 'node-red';

/** What proves that a request comes from an outgoing webhook of a team. */
export default function (RED: NodeAPI): void {
  function TeamsOutgoing(this: Node, config: NodeDef) {
    RED.nodes.createNode(this, config);
  }
  RED.nodes.registerType('alertwire-teams-outgoing', TeamsOutgoing, {
    credentials: { outgoingToken: { type: 'password' } },
  });
}
