import type { Node, NodeAPI } from 'node-red';
import type { SigningKeys } from '../../core/index';

export const SIGNING_KEY_TYPE = 'alertwire-signing-key';

export type KeyNode = Node<{ key: unknown; previousKey: unknown }>;

/** The keys of a config node; undefined when there is no such node, or no key in it. */
export function signingKeys(RED: NodeAPI, id: string): SigningKeys | undefined {
  const node = RED.nodes.getNode(id) as KeyNode | null | undefined;
  const { key, previousKey } = node?.credentials ?? {};
  if (typeof key !== 'string' || key === '') return undefined;
  return { key, ...(typeof previousKey === 'string' && previousKey !== '' && { previousKey }) };
}
