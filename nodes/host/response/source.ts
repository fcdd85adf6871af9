import type { IHookFunctions, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { ChatId } from '../../../core/index';
import type { Destination } from '../chat/destination';

/** Where n8n tells a trigger something. */
export type Listening = IHookFunctions | ITriggerFunctions | IWebhookFunctions;

/** The chat that a response trigger listens to, and the credentials that prove it. */
export interface Source {
  readonly chat: ChatId;
  readonly destinations: readonly [Destination, ...Destination[]];
  /** The parameter that chooses among them; the first where there is none. */
  readonly chosenBy?: 'authentication' | 'way';
}

export const destinationOf = (
  context: Listening,
  { destinations, chosenBy }: Source,
): Destination => {
  const chosen = chosenBy && context.getNodeParameter(chosenBy, '');
  return destinations.find(({ authentication }) => authentication === chosen) ?? destinations[0];
};
