import type { AlertEvent } from '../../alert/event';
import { cardOf, newest } from './put';
import type { CardRow, CardStore } from './store';

/** What is shown, and has been told, of an alert at a destination. Rejects only where the store does. */
export const findCard = async (
  store: CardStore,
  destination: string,
  event: AlertEvent,
): Promise<Pick<CardRow, 'ref' | 'story'> | undefined> =>
  newest(await store.read(destination, [cardOf(event)]));
