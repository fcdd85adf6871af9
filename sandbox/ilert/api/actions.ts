import { randomUUID } from 'node:crypto';
import type { Pane } from '../../oncall/pane';
import type { Subscription } from '../../oncall/subscription';
import type { FakeAlert } from '../alert';
import type { ActionBody } from './action-body';

export type Action = ActionBody & {
  id: string;
  alertSources: { id: number }[];
  createdAt: string;
  updatedAt: string;
};

/** The alert actions that exist. Those of webhooks are told what they asked for. */
export class Actions {
  readonly #pane: Pane<FakeAlert>;
  #actions: Action[] = [];

  constructor(pane: Pane<FakeAlert>) {
    this.#pane = pane;
  }

  all(): readonly Action[] {
    return this.#actions;
  }

  find(id: string): Action | undefined {
    return this.#actions.find((action) => action.id === id);
  }

  keep(body: ActionBody, now: number, { id, createdAt }: Partial<Action> = {}): Action {
    const { alertSourceIds, alertSources, ...rest } = body;
    const at = new Date(now).toISOString();
    const sources = alertSources ?? (alertSourceIds ?? []).map((each) => ({ id: each }));
    const times = { createdAt: createdAt ?? at, updatedAt: at };
    const action: Action = { ...rest, id: id ?? randomUUID(), alertSources: sources, ...times };
    this.remove(action.id);
    this.#actions.push(action);
    const subscription = subscriptionOf(action);
    if (subscription) this.#pane.subscriptions.push(subscription);
    return action;
  }

  remove(id: string): void {
    this.#actions = this.#actions.filter((action) => action.id !== id);
    const index = this.#pane.subscriptions.findIndex((one) => one.id === id);
    if (index >= 0) this.#pane.subscriptions.splice(index, 1);
  }

  clear(): void {
    this.#actions = [];
  }
}

function subscriptionOf(action: Action): Subscription<FakeAlert> | undefined {
  const { id, connectorType, params, alertSources, triggerTypes, triggerMode } = action;
  if (connectorType !== 'webhook' || triggerMode === 'MANUAL') return undefined;
  const headers = (params?.headers ?? []).map(({ key, value }) => [key.toLowerCase(), value]);
  return {
    id,
    url: params?.webhookUrl ?? '',
    headers: Object.fromEntries(headers),
    wants: ({ story }, eventType) =>
      triggerTypes?.some((type) => type === eventType) === true &&
      alertSources.some((source) => source.id === story.source.id),
  };
}
