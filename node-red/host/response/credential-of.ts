import type { Node, NodeAPI } from 'node-red';
import type { Credential } from '../../../core/index';
import type { Connection, ConnectionNode } from '../chat/connection';
import type { ResponseDef, ResponseKind } from './kind';

/** What proves requests, and how the chat is reached where there is a bot. */
export interface Proof {
  /** The config node. */
  readonly id: string;
  readonly credential: Credential;
  readonly connection?: Connection;
}

/** Undefined where no config node is chosen. */
export function proofOf(
  RED: NodeAPI,
  { connection, outgoing }: ResponseKind,
  config: ResponseDef,
): Proof | undefined {
  if (outgoing && config.way === 'outgoing') {
    const node = RED.nodes.getNode(config.outgoing ?? '') as Node<Record<string, string>> | null;
    if (node?.type !== outgoing) return undefined;
    return { id: node.id, credential: node.credentials ?? {} };
  }
  const node = RED.nodes.getNode(config.connection) as ConnectionNode | null;
  if (node?.type !== connection) return undefined;
  const { credential } = node.connection;
  return { id: node.id, credential, connection: node.connection };
}
