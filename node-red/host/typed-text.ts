import type { Node, NodeAPI, NodeMessage } from 'node-red';
import { typedValue } from './typed-value';

/** Reads the typed values of one node, as texts. */
export type Read = (value: unknown, type: unknown, message: NodeMessage) => Promise<string>;

export const createRead =
  (RED: NodeAPI, node: Node): Read =>
  async (value, type, message) => {
    // `choice` is our own type: a value picked from a list.
    const plain = type === 'choice' || !type ? 'str' : String(type);
    const found = await typedValue(RED, node, String(value ?? ''), plain, message);
    if (found === undefined || found === null) return '';
    return typeof found === 'string' ? found : JSON.stringify(found);
  };
