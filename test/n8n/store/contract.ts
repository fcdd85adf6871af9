import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AlertEvent, CardEntry, CardRow } from '../../../core/index';
import { applyEvent } from '../../../core/index';
import type { DataTableStore } from '../../../nodes/host/store/data-table-store';
import { alertEvent } from '../support/alerts';

let count = 0;

const entry = (changes: Partial<CardEntry> = {}): CardEntry => {
  const event = alertEvent() as unknown as AlertEvent;
  const { state: story } = applyEvent(undefined, event);
  const news = {
    version: 1,
    event,
    announce: true,
    silent: false,
    matters: true,
    calls: ['ada@example.com'],
  };
  const changedAt = Date.UTC(2026, 10, 20, 10, 2, 1, 123);
  return {
    destination: 'd',
    card: 'c',
    episode: 1,
    version: 1,
    story,
    news: [news],
    changedAt,
    ...changes,
  };
};

/** What every store of cards has to do, on whatever n8n it stands. `open` gives another run's store. */
export const storeContract = (open: () => DataTableStore): void => {
  let store: DataTableStore;
  let destination: string;
  const one = (changes: Partial<CardEntry> = {}) => entry({ destination, ...changes });
  const inserted = async (changes: Partial<CardEntry> = {}): Promise<CardRow> => {
    const fresh = one(changes);
    await store.insert([fresh]);
    const [row] = await store.read(destination, [fresh.card]);
    if (!row) throw new Error('It was not kept.');
    return row;
  };

  beforeEach(() => {
    store = open();
    count += 1;
    destination = `slack/bot/1/C${Date.now()}${count}`;
  });

  it('gives back what was put in, as it was', async () => {
    const row = await inserted();
    expect(row).toEqual({ ...one(), row: row.row, shown: 0, posts: 0 });
    const ref = { chat: 'slack', channel: 'C1', message: '1.2' };
    const shown = {
      shown: 1,
      shownAt: Date.UTC(2026, 10, 20, 10, 2, 3, 456),
      posts: 1,
      fate: 'posted' as const,
      ref,
      digest: 'x',
      problem: { code: 'a.b', message: 'It is "so".', hint: 'Do.' },
      reported: true,
      reminders: 2,
      remindedAt: Date.UTC(2026, 10, 20, 11, 0, 0, 1),
    };
    await store.show(row, shown);
    expect(await open().read(destination, ['c'])).toEqual([{ ...row, ...shown }]);
    await store.show({ ...row, ...shown }, { shown: 1, posts: 1 });
    expect(await open().read(destination, ['c'])).toEqual([{ ...row, shown: 1, posts: 1 }]);
  });

  it('keeps a long story', async () => {
    const description = '长'.repeat(400_000);
    const { story } = one();
    const latest = { ...story.latest, alert: { ...story.latest.alert, description } };
    const row = await inserted({ story: { ...story, latest } });
    expect(row.story.latest.alert.description === description).toBe(true);
  });

  it('finds the cards of one destination, in the order they came', async () => {
    const cards = Array.from({ length: 300 }, (_, index) => `card${index}`);
    await store.insert([...cards.map((card) => one({ card })), entry({ card: 'card1' })]);
    const rows = await store.read(destination, cards);
    expect(rows.map(({ card }) => card)).toEqual(cards);
    await store.forget(rows);
    expect(await store.read(destination, cards)).toEqual([]);
  });

  it('lets one of many change a version', async () => {
    const row = await inserted();
    const next = one({ version: 2 });
    const won = await Promise.all(Array.from({ length: 8 }, () => open().replace(row, next)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(await store.replace(row, next)).toBe(false);
  });

  it('tells what is pending, and what was asked for', async () => {
    const row = await inserted();
    await store.insert([one({ card: 'other' })]);
    expect((await store.pending(destination, [])).map(({ card }) => card)).toEqual(['c', 'other']);
    await store.show(row, { shown: 1, posts: 1 });
    expect((await store.pending(destination, [])).map(({ card }) => card)).toEqual(['other']);
    expect((await store.pending(destination, ['c'])).map(({ card }) => card)).toEqual([
      'c',
      'other',
    ]);
  });

  it('leaves pending what moved on while it was shown', async () => {
    const row = await inserted();
    await open().replace(row, one({ version: 2 }));
    await store.show(row, { shown: 1, posts: 1, digest: 'd1' });
    const [pending] = await store.pending(destination, []);
    expect(pending).toMatchObject({ version: 2, shown: 1, posts: 1, digest: 'd1' });
    expect(await store.listed(destination, 'd1')).toHaveLength(1);
  });

  it('does not take back what another run has shown meanwhile', async () => {
    const row = await inserted();
    const other = open();
    await other.read(destination, ['c']);
    await other.show(row, { shown: 1, posts: 1, ref: { chat: 'slack', message: 'theirs' } });
    await store.show(row, { shown: 0, posts: 0, reminders: 1 });
    await store.show(row, { shown: 1, posts: 1, ref: { chat: 'slack', message: 'mine' } });
    const [now] = await open().read(destination, ['c']);
    expect(now).toMatchObject({ shown: 1, ref: { message: 'theirs' } });
  });

  it('forgets what is resolved, shown and old, and nothing else', async () => {
    const { story, changedAt } = one();
    const alert = { ...story.latest.alert, status: 'resolved' as const };
    const resolved = { ...story, latest: { ...story.latest, alert } };
    const over = await inserted({ card: 'over', story: resolved });
    const late = await inserted({ card: 'late', story: resolved, changedAt: changedAt + 1 });
    const open = await inserted({ card: 'open' });
    await inserted({ card: 'unseen', story: resolved });
    for (const row of [over, late, open]) await store.show(row, { shown: 1, posts: 1 });
    await store.prune(changedAt);
    const left = await store.read(destination, ['over', 'late', 'open', 'unseen']);
    expect(left.map(({ card }) => card)).toEqual(['late', 'open', 'unseen']);
  });

  describe('the right to send', () => {
    it('is had by one at a time, also on a destination nobody has used', async () => {
      const runs = Array.from({ length: 8 }, (_, index) => ({ owner: `o${index}`, store: open() }));
      const leases = await Promise.all(
        runs.map((run) => run.store.lease(destination, run.owner, 1000, 2000)),
      );
      expect(leases.filter(Boolean)).toEqual([{ nextAt: 0 }]);
    });

    it('goes on when it is given back, with the time of the next message', async () => {
      expect(await store.lease(destination, 'a', 1000, 2000)).toEqual({ nextAt: 0 });
      expect(await open().lease(destination, 'b', 1999, 3000)).toBeUndefined();
      expect(await store.extend(destination, 'a', 2500)).toBe(true);
      expect(await open().extend(destination, 'b', 2500)).toBe(false);
      await store.release(destination, 'a', 1234.5);
      expect(await open().lease(destination, 'b', 1001, 3000)).toEqual({ nextAt: 1234.5 });
    });

    it('is lost by whoever is silent for too long', async () => {
      await store.lease(destination, 'a', 1000, 2000);
      expect(await open().lease(destination, 'b', 2000, 3000)).toEqual({ nextAt: 0 });
      expect(await store.extend(destination, 'a', 4000)).toBe(false);
      await store.release(destination, 'a', 9999);
      expect(await open().lease(destination, 'c', 2500, 4000)).toBeUndefined();
    });
  });
};
