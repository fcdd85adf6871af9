import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { operationError } from '../host/errors';
import { failedItem, itemOf } from '../host/item';
import { hintAtUnrouted } from './hints';
import { itemReader } from './read-item';

export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const items = this.getInputData();
  const reader = itemReader(this);
  const outputs: INodeExecutionData[][] = Array.from({ length: reader.outputs }, () => []);
  const unrouted = reader.outputs - 1;
  const read = items.map((_item, index) => reader.route(index));
  const broken = read.findIndex((one) => 'problem' in one);
  const first = read[broken];
  // Thrown before any item is routed; n8n would pass items on if a node told to continue threw
  if (first && 'problem' in first && !this.continueOnFail())
    throw operationError(this.getNode(), first.problem, broken);

  for (const [index, one] of read.entries()) {
    const json = items[index]?.json ?? {};
    if ('problem' in one) {
      const error = operationError(this.getNode(), one.problem, index);
      outputs[unrouted]?.push(failedItem(this, json, error, index));
      continue;
    }
    const { route } = one;
    outputs[route.index]?.push(itemOf({ ...json, route }, index, items[index]));
  }
  hintAtUnrouted(this, read);
  return outputs;
}
