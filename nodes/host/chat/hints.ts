import type { IExecuteFunctions } from 'n8n-workflow';
import { findChat } from '../../../core/index';
import type { Job } from './operation';

/** n8n repeats the whole node, with the items that did arrive. */
export function hintAtRetries(context: IExecuteFunctions): void {
  if (context.getNode().retryOnFail !== true) return;
  context.addExecutionHints({
    type: 'warning',
    location: 'outputPane',
    message:
      "'Retry On Fail' sends all items again, also those that arrived. Switch it off in the node's settings: this node tries again by itself, item by item.",
  });
}

/** How cards are found again, and why not by the store. */
export function hintAtStore({ context, destination, store }: Job): void {
  const trouble = store?.api.trouble;
  if (trouble) {
    const message = `The store could not be used: ${trouble.message} ${trouble.hint}`;
    context.addExecutionHints({ type: 'warning', location: 'outputPane', message });
  } else if (!store && destination.transport === 'bot') {
    context.addExecutionHints({ location: 'outputPane', message: withoutStore(destination.chat) });
  }
}

const withoutStore = (chat: string): string =>
  `${
    findChat(chat)?.transports.bot?.refOf
      ? 'No store is chosen: a card is found again by the name Alertwire gives it, and tells only the newest event.'
      : "No store is chosen: a card is found again only where the input carries its 'delivery.messageRef'; otherwise every announced event is a new message."
  } Two executions at once may both post. Choose the credential 'Alertwire Store API' for one card an alert.`;
