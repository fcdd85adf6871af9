import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { type CardStore, watchCards, watchRulesFrom } from '../../core/index';
import { clock } from '../host/clock';
import { operationError } from '../host/errors';
import { Beats } from '../host/store/beats';
import type { DataTableStore } from '../host/store/data-table-store';
import { openStore } from '../host/store/open-store';
import { lostItems, notAcceptedItems, pendingItems, undeliveredItems } from './items';
import { ping } from './ping';
import { triggerFields } from './properties';

/** Looks once over everything that is kept; null where there is nothing to tell. */
export async function sweep(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
  const store = await openStore(context);
  if (!store) throw operationError(context.getNode(), noStore);
  const outputs = await look(context, store).catch(() => undefined);
  if (!outputs) throw operationError(context.getNode(), store.api.trouble ?? silent);
  if (context.getMode() !== 'manual') await ping(context);
  return outputs.every((items) => items.length === 0) ? null : outputs;
}

async function look(
  context: IPollFunctions,
  store: DataTableStore,
): Promise<INodeExecutionData[][]> {
  const manual = context.getMode() === 'manual';
  const values = triggerFields.map(({ name, default: value }) => [
    name,
    context.getNodeParameter(name, value as number),
  ]);
  const rules = watchRulesFrom(Object.fromEntries(values));
  const now = clock.now();
  const watched = await watchCards(manual ? unchanged(store) : store, rules, now);
  const lost = manual ? [] : await new Beats(store.api).listen(now);
  return [
    notAcceptedItems(watched),
    undeliveredItems(watched),
    lostItems(lost),
    pendingItems(watched),
  ];
}

/** Somebody who tries the node out takes nothing away from the workflow that runs. */
const unchanged = (store: DataTableStore): CardStore =>
  Object.assign(Object.create(store) as DataTableStore, {
    show: async () => {},
    prune: async () => {},
  });

const noStore = {
  code: 'store.missing',
  message: "The credential 'Alertwire Store API' is not set.",
  hint: "Open this node, choose or create it under 'Credential', and run again.",
};

const silent = {
  code: 'store.refused',
  message: 'The store did not answer.',
  hint: "Test the credential 'Alertwire Store API'.",
};
