import type {
  IDataObject,
  IExecuteFunctions,
  INodeExecutionData,
  NodeApiError,
  NodeOperationError,
} from 'n8n-workflow';

/** One output item, paired with the input item it came from. */
export const itemOf = (
  json: object,
  itemIndex: number,
  input?: INodeExecutionData,
): INodeExecutionData => ({
  json: { ...json } as IDataObject,
  pairedItem: { item: itemIndex },
  ...(input?.binary && { binary: input.binary }),
});

/** The item of a node that is told to go on: everything it knew, and the sentence. */
export function failedItem(
  context: IExecuteFunctions,
  json: object,
  error: NodeApiError | NodeOperationError,
  itemIndex: number,
): INodeExecutionData {
  const input = context.getInputData()[itemIndex];
  const item = itemOf({ ...json, error: error.message }, itemIndex, input);
  return context.getNode().onError === 'continueErrorOutput' ? steered(item, error) : item;
}

/**
 * n8n sends an item with `error` to the error output, and later replaces the whole `json` of
 * every item that still has it. In between it copies the item by its enumerable keys: a hidden
 * `error` is seen, steers the item, and leaves `json` alone.
 * https://github.com/n8n-io/n8n/blob/master/packages/core/src/execution-engine/workflow-execute.ts
 */
const steered = (
  item: INodeExecutionData,
  error: NodeApiError | NodeOperationError,
): INodeExecutionData => Object.defineProperty(item, 'error', { value: error, enumerable: false });
