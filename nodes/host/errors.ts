import { type INode, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { isUndelivered, type Problem, type Receipt } from '../../core/index';

export type NodeError = NodeApiError | NodeOperationError;

/** A problem as n8n shows it: what happened, and below it what to do. */
export function operationError(node: INode, problem: Problem, itemIndex?: number): NodeError {
  const error = new NodeOperationError(node, problem.message, {
    description: problem.hint,
    ...(itemIndex !== undefined && { itemIndex }),
  });
  return worded(error, problem, itemIndex);
}

/** What became of a message that did not arrive, as n8n shows it. */
export function undeliveredError(node: INode, receipt: Receipt, itemIndex: number): NodeError {
  const problem = problemOf(receipt);
  if (receipt.attempts === 0) return operationError(node, problem, itemIndex);
  const { code, message, hint } = problem;
  const description = [hint, ...tries(receipt)].join(' ');
  const error = new NodeApiError(node, { code, message }, { message, description, itemIndex });
  return worded(error, problem, itemIndex);
}

/** Where trying again makes sense: how often it was tried, and when to. */
function tries({ attempts, retryAfterMs }: Receipt): string[] {
  if (retryAfterMs === undefined) return [];
  const often = attempts === 1 ? 'once' : `${attempts} times`;
  return [`It was tried ${often}; try again after ${Math.ceil(retryAfterMs / 1000)} s.`];
}

/** Never undefined where `isUndelivered`; the types of the core cannot say so. */
const problemOf = (receipt: Receipt): Problem =>
  receipt.problem ?? {
    code: receipt.receipt,
    message: isUndelivered(receipt) ? 'The message did not arrive.' : 'The message was sent.',
    hint: receipt.reasons.join(' '),
  };

/** n8n's classes put sentences of their own in the place of messages that carry a network code. */
function worded(error: NodeError, { code, message }: Problem, itemIndex?: number): NodeError {
  error.message = itemIndex === undefined ? message : `${message} [item ${itemIndex}]`;
  error.context.code = code;
  return error;
}
