import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import {
  type Clock,
  findChat,
  hasKey,
  type Inbound,
  type KeptConnection,
  keepConnected,
  type Problem,
  socketOf,
} from '../../../core/index';
import { clock } from '../clock';
import { operationError } from '../errors';
import { doAfterwards } from './afterwards';
import { connectWith } from './connect-with';
import { dial } from './dial';
import { outputsOf } from './items';
import { noSigningKey } from './lifecycle';
import { setupFor } from './setup';
import type { Source } from './source';
import { tellTrouble } from './trouble';

/** The trigger() of a chat that is listened to over a connection of our own. */
export const keepOpen = (source: Source) =>
  async function (this: ITriggerFunctions): Promise<ITriggerResponse> {
    let kept: KeptConnection | undefined;
    let closed = false;
    const open = async () => {
      kept = await connection(this, source);
      const problem = await kept.first;
      if (problem || closed) kept.close();
      if (problem) throw operationError(this.getNode(), problem);
    };
    const closeFunction = async () => {
      closed = true;
      kept?.close();
    };
    // n8n listens for what a test run emits only after trigger() is through
    if (this.getMode() === 'manual') return { manualTriggerFunction: open, closeFunction };
    await open();
    return { closeFunction };
  };

async function connection(context: ITriggerFunctions, source: Source): Promise<KeptConnection> {
  const setup = await setupFor(context, source);
  const rules = socketOf(source.chat);
  const problem = rules ? !hasKey(setup.keys) && noSigningKey : noSocket;
  if (!rules || problem) throw operationError(context.getNode(), problem || noSocket);
  const name = findChat(source.chat)?.name ?? source.chat;
  return keepConnected({
    rules,
    setup,
    http: connectWith(context, source, setup.credential),
    clock: unhurried,
    dial,
    hear: (inbound) => hear(context, source, inbound),
    tell: tellTrouble(context, name),
  });
}

/** Never throws. */
function hear(context: ITriggerFunctions, source: Source, inbound: Inbound): void {
  for (const warning of inbound.warnings) context.logger.warn(warning);
  void doAfterwards(context, source, inbound);
  const outputs = outputsOf(inbound);
  if (!outputs) return;
  try {
    context.emit(outputs);
  } catch (thrown) {
    context.logger.error(`A command from ${source.chat} was lost: ${String(thrown)}`);
  }
}

/** Does not keep n8n from ending. */
const unhurried: Clock = {
  ...clock,
  sleep: (ms) =>
    new Promise((resolve) => {
      AbortSignal.timeout(ms).addEventListener('abort', () => resolve());
    }),
};

const noSocket: Problem = {
  code: 'socket.none',
  message: 'This chat keeps no connection open.',
  hint: 'Use its response trigger, which has an address.',
};
