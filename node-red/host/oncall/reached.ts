import type { NodeAPI } from 'node-red';
import { findOnCall, type Problem } from '../../../core/index';
import { connectionTypeOf, type OnCallConnection, type OnCallConnectionNode } from './connection';

/** The connection of a config node as it is now, or what is wrong with it. */
export function reachOnCall(
  RED: NodeAPI,
  platform: string,
  id: unknown,
): { readonly connection: OnCallConnection } | { readonly problem: Problem } {
  const node = connectionNode(RED, platform, id);
  if (!node) return { problem: noConnection(platform) };
  const { connection } = node;
  return connection.problem ? { problem: connection.problem } : { connection };
}

/** The config node, where it is deployed and of this platform. */
export const connectionNode = (
  RED: NodeAPI,
  platform: string,
  id: unknown,
): OnCallConnectionNode | undefined => {
  const node = RED.nodes.getNode(String(id ?? '')) as OnCallConnectionNode | null | undefined;
  return node?.type === connectionTypeOf(platform) && node.connection ? node : undefined;
};

const noConnection = (platform: string): Problem => ({
  code: 'credential.missing',
  message: `No connection is chosen for ${findOnCall(platform)?.name ?? platform}.`,
  hint: 'Open the node, choose or add a connection, and deploy.',
});
