import type { AlertEvent } from '../../alert/event';
import type { AlertState } from '../../alert/state';
import type { MessageRef } from '../../http/outcome';
import { cardOf, newest } from './put';
import type { CardStore } from './store';

/** The message that shows an alert at a destination. Rejects only where the store does. */
export const findCard = async (
  store: CardStore,
  destination: string,
  event: AlertEvent,
): Promise<MessageRef | undefined> => newest(await store.read(destination, [cardOf(event)]))?.ref;

/** What has been told of an alert at a destination. Rejects only where the store does. */
export const findStory = async (
  store: CardStore,
  destination: string,
  event: AlertEvent,
): Promise<AlertState | undefined> => newest(await store.read(destination, [cardOf(event)]))?.story;
