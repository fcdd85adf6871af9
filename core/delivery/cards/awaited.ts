import { isOwn } from '../../alert/echo';
import { newsOf } from './render-news';
import type { CardRow } from './store';

/** Somebody asked for the change from chat, and looks at the card right now. */
export const isAwaited = (row: CardRow): boolean => newsOf(row).some(({ event }) => isOwn(event));

/** Whoever waits comes first, then the longest unchanged. */
export const byTurn = (one: CardRow, other: CardRow): number =>
  Number(isAwaited(other)) - Number(isAwaited(one)) || one.changedAt - other.changedAt;
