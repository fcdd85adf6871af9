import type { Node, NodeAPI, NodeMessage } from 'node-red';
import { asError, ProblemError } from './problem-error';

/** A value of a TypedInput; JSONata and some context stores answer only by callback. */
export async function typedValue(
  RED: NodeAPI,
  node: Node,
  value: string,
  type: string,
  message: NodeMessage,
): Promise<unknown> {
  try {
    return await new Promise((resolve, reject) => {
      RED.util.evaluateNodeProperty(value, type, node, message, (error, result) =>
        error ? reject(error) : resolve(result),
      );
    });
  } catch (thrown) {
    throw new ProblemError({
      code: 'field.not_evaluated',
      message: `"${value}" cannot be evaluated: ${asError(thrown).message}`,
      hint: 'Correct the value in the node.',
    });
  }
}
