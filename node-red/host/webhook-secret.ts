import type { Node, NodeAPI, NodeDef } from 'node-red';
import type { SharedSecret } from '../../core/index';

export const SECRET_TYPE = 'alertwire-webhook-secret';

export interface SecretDef extends NodeDef {
  readonly headerName: string;
}

export interface SecretNode extends Node<{ secret: unknown; previousSecret: unknown }> {
  headerName?: string;
}

/** The secret of a config node; undefined when there is no such node, or no secret in it. */
export function sharedSecret(RED: NodeAPI, id: string): SharedSecret | undefined {
  const node = RED.nodes.getNode(id) as SecretNode | null | undefined;
  const { secret, previousSecret } = node?.credentials ?? {};
  if (!node || typeof secret !== 'string' || secret === '') return undefined;
  return {
    secret,
    ...(typeof previousSecret === 'string' && previousSecret !== '' && { previousSecret }),
    ...(node.headerName && { headerName: node.headerName }),
  };
}
