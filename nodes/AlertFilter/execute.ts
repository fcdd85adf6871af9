import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { FilterDecision } from '../../core/index';
import { operationError } from '../host/errors';
import { failedItem, itemOf } from '../host/item';
import { decider } from './decide';
import { hintAtDropped } from './hints';
import { itemReader } from './read-item';

const PASSED = 0;
const DROPPED = 1;

export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const outputs: [INodeExecutionData[], INodeExecutionData[]] = [[], []];
  const items = this.getInputData();
  const readItem = itemReader(this);
  const read = items.map((_item, index) => readItem(index));
  const broken = read.findIndex((one) => 'problem' in one);
  const first = read[broken];
  // Thrown before any item is decided; n8n would pass items on if a node told to continue threw
  if (first && 'problem' in first && !this.continueOnFail())
    throw operationError(this.getNode(), first.problem, broken);

  const decide = decider(this);
  const decisions: FilterDecision[] = [];
  for (const [index, one] of read.entries()) {
    const json = items[index]?.json ?? {};
    if ('problem' in one) {
      const error = operationError(this.getNode(), one.problem, index);
      outputs[PASSED].push(failedItem(this, json, error, index));
      continue;
    }
    const decision = await decide(one, json.decision);
    decisions.push(decision);
    const output = decision.effect === 'drop' ? DROPPED : PASSED;
    outputs[output].push(itemOf({ ...json, decision }, index, items[index]));
  }
  hintAtDropped(this, decisions);
  return outputs;
}
