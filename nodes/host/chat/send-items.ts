import { type IExecuteFunctions, type INodeExecutionData, UnexpectedError } from 'n8n-workflow';
import { isUndelivered, type Receipt } from '../../../core/index';
import { clock } from '../clock';
import { undeliveredError } from '../errors';
import { failedItem, itemOf } from '../item';
import { transportWith } from '../transport';
import { checkDestination, type Destination, failed } from './destination';
import { hintAtRetries } from './hints';
import { inputJson } from './input';
import type { Desk, Handled, Operation } from './operation';

/** Every item gets exactly one receipt; what becomes of one does not touch the others. */
export async function sendItems(
  context: IExecuteFunctions,
  destination: Destination,
  operations: readonly Operation[],
): Promise<INodeExecutionData[][]> {
  const operation = chosen(context, operations);
  const problem = operation.sends ? await checkDestination(context, destination) : undefined;
  const desk: Desk = { clock, http: transportWith(context, destination.credentialType) };
  hintAtRetries(context);

  const handled: Handled[] = [];
  for (const [index, { json }] of context.getInputData().entries())
    handled.push(
      problem
        ? failed(destination, { json, problem })
        : await handle(context, index, desk, destination, operation),
    );
  stopIfTold(context, handled);
  return [handled.map((one, index) => outputOf(context, one, index))];
}

function chosen(context: IExecuteFunctions, operations: readonly Operation[]): Operation {
  const resource = context.getNodeParameter('resource', 0);
  const name = context.getNodeParameter('operation', 0);
  const found = operations.find((one) => one.resource === resource && one.name === name);
  if (found) return found;
  throw new UnexpectedError(`There is no operation ${name} of ${resource}.`);
}

async function handle(
  context: IExecuteFunctions,
  index: number,
  desk: Desk,
  destination: Destination,
  operation: Operation,
): Promise<Handled> {
  try {
    return await operation.execute(context, index, desk);
  } catch (thrown) {
    const problem = {
      code: 'field.not_evaluated',
      message: thrown instanceof Error ? thrown.message : 'A parameter could not be read.',
      hint: 'Check the expressions in the parameters of this node.',
    };
    return failed(destination, { json: inputJson(context, index), problem });
  }
}

function stopIfTold(context: IExecuteFunctions, handled: readonly Handled[]): void {
  const index = handled.findIndex(({ receipt }) => isUndelivered(receipt));
  const receipt: Receipt | undefined = handled[index]?.receipt;
  if (!receipt || context.continueOnFail()) return;
  const error = undeliveredError(context.getNode(), receipt, index);
  if (handled.length > 1) error.description = `${error.description} ${howMany(handled)}`;
  throw error;
}

/** Where an answer was lost, the message may be there after all. */
function howMany(handled: readonly Handled[]): string {
  const lost = handled.filter((one) => isUndelivered(one.receipt)).length;
  const of = `Of ${handled.length} items,`;
  return lost === handled.length
    ? `${of} none is known to have arrived.`
    : `${of} ${lost} ${lost === 1 ? 'is' : 'are'} not known to have arrived; the others were handled.`;
}

function outputOf(
  context: IExecuteFunctions,
  { json, receipt }: Handled,
  index: number,
): INodeExecutionData {
  const whole = { ...withoutError(json), delivery: receipt };
  if (!isUndelivered(receipt)) return itemOf(whole, index, context.getInputData()[index]);
  return failedItem(context, whole, undeliveredError(context.getNode(), receipt, index), index);
}

/** An item that comes from the error output of another sender is no longer one. */
const withoutError = ({ error: _ofAnother, ...json }: { readonly error?: unknown }): object => json;
