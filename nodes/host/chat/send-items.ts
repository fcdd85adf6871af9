import { type IExecuteFunctions, type INodeExecutionData, UnexpectedError } from 'n8n-workflow';
import { isUndelivered } from '../../../core/index';
import { clock } from '../clock';
import { undeliveredError } from '../errors';
import { failedItem, itemOf } from '../item';
import { openStore } from '../store/open-store';
import { buttonKeys } from './buttons';
import { accessTo } from './chat-access';
import { checkDestination, type Destination, failed } from './destination';
import { hintAtRetries, hintAtStore } from './hints';
import { listChannels } from './lists';
import type { Handled, Job, Operation } from './operation';

/** Every item gets exactly one receipt; what becomes of one does not touch the others. */
export async function sendItems(
  context: IExecuteFunctions,
  destinations: readonly Destination[],
  operations: readonly Operation[],
): Promise<INodeExecutionData[][]> {
  const destination = chosenDestination(context, destinations);
  if (context.getNodeParameter('resource', 0) === 'channel')
    return listChannels(context, destination);
  const operation = chosenOperation(context, operations);
  hintAtRetries(context);
  const handled = await handledBy(operation, context, destination);
  stopIfTold(context, handled);
  return [handled.map((one, position) => outputOf(context, one, indexOf(one, position)))];
}

function chosenDestination(
  context: IExecuteFunctions,
  destinations: readonly Destination[],
): Destination {
  const name = context.getNodeParameter('authentication', 0);
  const found = destinations.find(({ authentication }) => authentication === name);
  if (found) return found;
  throw new UnexpectedError(`There is no authentication ${name}.`);
}

function chosenOperation(context: IExecuteFunctions, operations: readonly Operation[]): Operation {
  const resource = context.getNodeParameter('resource', 0);
  const name = context.getNodeParameter('operation', 0);
  const found = operations.find((one) => one.resource === resource && one.name === name);
  if (found) return found;
  throw new UnexpectedError(`There is no operation ${name} of ${resource}.`);
}

async function handledBy(
  operation: Operation,
  context: IExecuteFunctions,
  destination: Destination,
): Promise<readonly Handled[]> {
  const people = new Map<string, undefined>();
  const nothing = { http: unused, people, store: undefined, keys: undefined };
  if (!operation.sends) return operation.run({ context, destination, clock, ...nothing });
  const problem = await checkDestination(context, destination);
  if (problem)
    return context.getInputData().map(({ json }) => failed(destination, { json, problem }));
  const access = await accessTo(context, destination);
  const store = await openStore(context);
  const keys = await buttonKeys(context);
  const job: Job = { context, destination, clock, ...access, store, keys };
  const handled = await operation.run(job);
  if (operation.resource === 'alert' && operation.name !== 'test') hintAtStore(job);
  return handled;
}

const unused: Job['http'] = async () => ({ failed: 'not-sent', code: 'NOTHING_TO_SEND' });

function stopIfTold(context: IExecuteFunctions, handled: readonly Handled[]): void {
  const position = handled.findIndex(({ receipt }) => isUndelivered(receipt));
  const first = handled[position];
  if (!first || context.continueOnFail()) return;
  const error = undeliveredError(context.getNode(), first.receipt, indexOf(first, position));
  if (handled.length > 1) error.description = `${error.description} ${howMany(handled)}`;
  throw error;
}

const indexOf = ({ index }: Handled, position: number): number => index ?? position;

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
  { json, receipt, answer }: Handled,
  index: number,
): INodeExecutionData {
  const delivery = answer ? { ...receipt, answer } : receipt;
  const whole = { ...withoutError(json), delivery };
  if (!isUndelivered(receipt)) return itemOf(whole, index, context.getInputData()[index]);
  return failedItem(context, whole, undeliveredError(context.getNode(), receipt, index), index);
}

/** An item that comes from the error output of another sender is no longer one. */
const withoutError = ({ error: _ofAnother, ...json }: { readonly error?: unknown }): object => json;
