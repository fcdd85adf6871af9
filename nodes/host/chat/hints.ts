import type { IExecuteFunctions } from 'n8n-workflow';

/** n8n repeats the whole node, with the items that did arrive. */
export function hintAtRetries(context: IExecuteFunctions): void {
  if (context.getNode().retryOnFail !== true) return;
  context.addExecutionHints({
    type: 'warning',
    location: 'outputPane',
    message:
      "'Retry On Fail' sends all items again, also those that arrived. Switch it off in the node's settings: this node tries again by itself, item by item.",
  });
}
