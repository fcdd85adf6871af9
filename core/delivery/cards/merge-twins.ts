import { applyEvent } from '../../alert/apply-event';
import { nameOf } from './name';
import type { CardEntry, CardRow, CardStore } from './store';

/**
 * Two runs that heard of one alert at the same moment may both have begun its card: the later row
 * goes into the earlier one.
 */
export const mergeTwins = async (
  store: CardStore,
  rows: readonly CardRow[],
  now: number,
): Promise<readonly CardRow[]> => {
  const kept = new Map<string, CardRow>();
  for (const row of rows.toSorted((one, other) => one.row - other.row)) {
    const key = nameOf(row);
    const first = kept.get(key);
    kept.set(key, first ? await merge(store, first, row, now) : row);
  }
  return [...kept.values()];
};

const merge = async (
  store: CardStore,
  first: CardRow,
  twin: CardRow,
  now: number,
): Promise<CardRow> => {
  const entry = entryOf(first, twin, now);
  if (!(await store.replace(first, entry))) return first;
  await store.forget([twin]);
  return { ...first, ...entry };
};

const entryOf = (first: CardRow, { news }: CardRow, now: number): CardEntry => {
  const { destination, card, episode } = first;
  const added = news.map((one, index) => ({ ...one, version: first.version + index + 1 }));
  const story = added.reduce((state, { event }) => applyEvent(state, event).state, first.story);
  const version = first.version + added.length;
  const all = [...first.news, ...added];
  return { destination, card, episode, version, story, news: all, changedAt: now };
};
