import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { type AlertEvent, heartbeatIn, readAlertEvent } from '../../core/index';
import { clock } from '../host/clock';
import { operationError } from '../host/errors';
import { failedItem, itemOf } from '../host/item';
import { Beats } from '../host/store/beats';
import { openStore } from '../host/store/open-store';

const MINUTE_MS = 60_000;

/** Every alert goes on, also where the store cannot be used: then its source may seem silent. */
export async function recordHeartbeats(
  context: IExecuteFunctions,
): Promise<INodeExecutionData[][]> {
  const store = await openStore(context);
  const beats = store && new Beats(store.api);
  const passed: INodeExecutionData[] = [];
  const heardAgain: INodeExecutionData[] = [];
  const heard = new Set<string>();
  for (const [index, item] of context.getInputData().entries()) {
    const read = readAlertEvent(item.json);
    if (!read.ok) {
      const error = operationError(context.getNode(), read.problem, index);
      if (!context.continueOnFail()) throw error;
      passed.push(failedItem(context, item.json, error, index));
      continue;
    }
    const heartbeat = heartbeatOf(context, read.event, index);
    const events = heard.has(heartbeat.name) ? [] : await beats?.hear(heartbeat).catch(() => []);
    heard.add(heartbeat.name);
    for (const event of events ?? []) heardAgain.push(itemOf(event, index));
    passed.push(itemOf(item.json, index, item));
  }
  hintAtTrouble(context, store);
  return [passed, heardAgain];
}

const heartbeatOf = (context: IExecuteFunctions, event: AlertEvent, index: number) => {
  const label = String(context.getNodeParameter('heartbeatName', index, ''));
  const minutes = Number(context.getNodeParameter('heartbeatEveryMinutes', index, 10));
  return heartbeatIn(event, label, minutes * MINUTE_MS, clock.now());
};

function hintAtTrouble(
  context: IExecuteFunctions,
  store: Awaited<ReturnType<typeof openStore>>,
): void {
  const trouble = store?.api.trouble;
  if (!trouble) return;
  const message = `The heartbeat could not be remembered: ${trouble.message} ${trouble.hint}`;
  context.addExecutionHints({ type: 'warning', location: 'outputPane', message });
}
