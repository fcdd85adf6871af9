import type { CardKey } from './store';

/** Tells the cards of a destination apart. */
export const nameOf = ({ card, episode }: Pick<CardKey, 'card' | 'episode'>): string =>
  `${card} ${episode}`;
