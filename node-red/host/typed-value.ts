import type { Node, NodeAPI, NodeMessage } from 'node-red';

/** A value of a TypedInput; JSONata and some context stores answer only by callback. */
export const typedValue = (
  RED: NodeAPI,
  node: Node,
  value: string,
  type: string,
  message: NodeMessage,
): Promise<unknown> =>
  new Promise((resolve, reject) => {
    RED.util.evaluateNodeProperty(value, type, node, message, (error, result) =>
      error ? reject(error) : resolve(result),
    );
  });
