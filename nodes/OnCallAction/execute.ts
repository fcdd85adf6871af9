import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
  type ActionResult,
  auditOfAction,
  type ChatCommand,
  type Problem,
  performAction,
} from '../../core/index';
import { clock } from '../host/clock';
import { operationError } from '../host/errors';
import { failedItem, itemOf } from '../host/item';
import { accessTo } from '../host/oncall/access';
import { type Order, orderOf } from './order';

/** One item out for each in. What somebody in a chat asked for fails as a result, not as an error. */
export async function execute(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const items: INodeExecutionData[] = [];
  for (const index of context.getInputData().keys()) items.push(await act(context, index));
  return [items];
}

async function act(context: IExecuteFunctions, index: number): Promise<INodeExecutionData> {
  const input = context.getInputData()[index];
  const { audit: _asked, ...json } = input?.json ?? {};
  const command = commandIn(json);
  const order = orderOf(context, index, command);
  const done =
    'problem' in order ? notDone(order.problem) : await carryOut(context, order, command);
  const { result } = done;
  const action = 'problem' in order ? (command?.action ?? '') : order.action;
  const alert = 'problem' in order ? command?.alert : order.alert;
  const audit = auditOfAction({ action, alert, command, result }, clock.now());
  const whole = {
    ...(done.event ?? json),
    ...(command && { command }),
    result,
    audit,
    ...(done.data !== undefined && { data: done.data }),
  };
  if (result.ok || command) return itemOf(whole, index, input);
  const { code, message, hint = '' } = result;
  const error = operationError(context.getNode(), { code, message, hint }, index);
  if (!context.continueOnFail()) throw error;
  return failedItem(context, whole, error, index);
}

type Done = Pick<Awaited<ReturnType<typeof performAction>>, 'event' | 'data'> & {
  readonly result: ActionResult;
};

async function carryOut(
  context: IExecuteFunctions,
  order: Order,
  command: ChatCommand | undefined,
): Promise<Done> {
  const access = await accessTo(context, order.platform);
  if ('problem' in access) return notDone(access.problem);
  const { user: by, id: commandId, language = order.language } = command ?? {};
  return performAction({ ...order, ...access, by, commandId, language, clock });
}

const notDone = (problem: Problem): Done => ({ result: { ok: false, ...problem } });

const commandIn = ({ command }: IDataObject): ChatCommand | undefined =>
  typeof command === 'object' && command !== null && 'action' in command && 'user' in command
    ? (command as unknown as ChatCommand)
    : undefined;
