import { applyEvent } from '../../alert/apply-event';
import { digest } from '../../alert/digest';
import type { AlertEvent } from '../../alert/event';
import type { StateChange } from '../../alert/state';
import { called, matters } from './matters';
import type { CardEntry, CardRow, CardStore } from './store';

/** One event for a destination, and what the filter said. */
export interface CardNews {
  readonly event: AlertEvent;
  /** False where it may only change a card that is there. */
  readonly announce: boolean;
  /** No sound, no mention. */
  readonly silent: boolean;
  /** It is about a card that people have seen: a store that lasts would know it, so none is made. */
  readonly needsCard?: boolean;
}

/** What an event did to its card. */
export interface Put {
  readonly card: string;
  readonly episode: number;
  /** The version of the card that holds the event. */
  readonly version: number;
  /** The version that the chat was known to show before. */
  readonly shown: number;
  readonly change: StateChange | 'no-card';
}

/** An alert at its platform and account, as a short word. */
export const cardOf = ({ platform, account, alert }: AlertEvent): string =>
  digest(platform, account, alert.id).slice(0, 32);

const MOST_TRIES = 8;
const MOST_NEWS = 20;

/** Writes events down at a destination, in the order given: one result for each. */
export const putNews = async (
  store: CardStore,
  destination: string,
  news: readonly CardNews[],
  now: number,
): Promise<readonly Put[]> => {
  const puts: Put[] = [];
  // A store that lasts knows every card there is
  let open = byCard(store.lasting ? news : news.map((one) => ({ ...one, needsCard: false })));
  for (let tries = 0; open.length > 0; tries += 1) {
    if (tries === MOST_TRIES) throw new Error('Too many change the same card at once.');
    const rows = await store.read(
      destination,
      open.map(({ card }) => card),
    );
    const folds = open.map((group) => {
      const row = newest(rows.filter(({ card }) => card === group.card));
      return { ...group, row, fold: fold(destination, group, row, now) };
    });
    const inserts = folds.flatMap(({ fold: { inserts: entries } }) => entries);
    if (inserts.length > 0) await store.insert(inserts);
    const settled = await Promise.all(
      folds.map(
        ({ row, fold: { replacement } }) => !row || !replacement || store.replace(row, replacement),
      ),
    );
    const done = folds.filter((_, position) => settled[position]);
    for (const {
      numbered,
      fold: { results },
    } of done) {
      numbered.forEach(({ index }, position) => {
        const put = results[position];
        if (put) puts[index] = put;
      });
    }
    open = open.filter((_, position) => !settled[position]);
  }
  return puts;
};

/** The row that counts: of the last episode, and of two with one key the first. */
export const newest = (rows: readonly CardRow[]): CardRow | undefined => {
  const last = Math.max(...rows.map(({ episode }) => episode));
  return rows.find(({ episode }) => episode === last);
};

interface Group {
  readonly card: string;
  readonly numbered: readonly { readonly index: number; readonly news: CardNews }[];
}

const byCard = (news: readonly CardNews[]): readonly Group[] => {
  const groups = new Map<string, { index: number; news: CardNews }[]>();
  for (const [index, one] of news.entries()) {
    const card = cardOf(one.event);
    groups.set(card, [...(groups.get(card) ?? []), { index, news: one }]);
  }
  return [...groups].map(([card, numbered]) => ({ card, numbered }));
};

interface Fold {
  readonly inserts: readonly CardEntry[];
  /** What is to stand in place of the row that was read. */
  readonly replacement?: CardEntry;
  readonly results: readonly Put[];
}

const fold = (
  destination: string,
  { card, numbered }: Group,
  row: CardRow | undefined,
  now: number,
): Fold => {
  const begun = new Map<number, CardEntry>();
  let entry: CardEntry | undefined = row;
  const results = numbered.map(({ news }): Put => {
    const folded = foldOne(entry, news, row?.shown ?? 0);
    if (folded.changed) {
      entry = { destination, card, changedAt: now, ...folded.changed };
      begun.set(entry.episode, entry);
    }
    const { episode = 1, version = 0 } = entry ?? {};
    const shown = row?.episode === episode ? row.shown : 0;
    return { card, episode, version, shown, change: folded.change };
  });
  const replacement = row && begun.get(row.episode);
  const inserts = [...begun.values()].filter(({ episode }) => episode !== row?.episode);
  return { inserts, results, ...(replacement && { replacement }) };
};

type Changed = Pick<CardEntry, 'episode' | 'version' | 'story' | 'news'>;

const foldOne = (
  entry: CardEntry | undefined,
  { event, announce, silent, needsCard = false }: CardNews,
  shown: number,
): { readonly change: Put['change']; readonly changed?: Changed } => {
  if (entry === undefined && (!announce || needsCard)) return { change: 'no-card' };
  const before = entry?.story;
  const given = slim(event);
  const { state: story, change } = applyEvent(before, given);
  if (story === before) return { change };
  const continues = entry !== undefined && story.episode === entry.episode;
  const version = continues ? entry.version + 1 : 1;
  const news = {
    version,
    event: given,
    announce: announce && change !== 'echo',
    silent,
    matters: change !== 'echo' && matters(before, event),
    calls: called(before, event),
  };
  const pending = continues ? entry.news.filter((old) => old.version > shown) : [];
  const all = [...pending, news].slice(-MOST_NEWS);
  return { change, changed: { episode: story.episode, version, story, news: all } };
};

/** The body as received is nothing a card shows, and may be long. */
const slim = ({ raw: _raw, ...event }: AlertEvent): AlertEvent => event;
