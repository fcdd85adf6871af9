import { beforeEach, expect, test } from '@jest/globals';
import { testEvent } from '../../../core/index';
import type { EntryStore } from '../../../node-red/host/journal/entry';
import { Journal } from '../../../node-red/host/journal/journal';
import { memoryStore } from '../../../node-red/host/journal/memory-store';

const MINUTE = 60_000;
let now: number;
let store: EntryStore;
let journal: Journal;
beforeEach(() => {
  now = Date.UTC(2026, 0, 1);
  store = memoryStore();
  journal = new Journal(store, () => now);
});
const event = (id: string) => ({ ...testEvent(now), id });
const known = async () => (await store.all()).map((entry) => entry.event.id);
const idsOf = (events: readonly { id: string }[]) => events.map(({ id }) => id);

test('only a settled event is a repeat', async () => {
  expect(idsOf(await journal.accept('in', [event('a'), event('b')]))).toEqual(['a', 'b']);
  await journal.settle('a');
  expect(idsOf(await journal.accept('in', [event('a'), event('b')]))).toEqual(['b']);
});

test('a settled event is known for a minute', async () => {
  await journal.accept('in', [event('a')]);
  await journal.settle('a');
  now += MINUTE - 1;
  await journal.sweep();
  expect(await known()).toEqual(['a']);
  now += 1;
  await journal.sweep();
  expect(await known()).toEqual([]);
});

test('an event nobody settles is held for ten minutes after it was last sent', async () => {
  await journal.accept('in', [event('a')]);
  now += 9 * MINUTE;
  await journal.unsettled();
  now += 9 * MINUTE;
  await journal.sweep();
  expect(await known()).toEqual(['a']);
  now += MINUTE;
  await journal.sweep();
  expect(await known()).toEqual([]);
});

test('a night without the process does not lose what was accepted before it', async () => {
  await journal.accept('in', [event('a')]);
  now += 8 * 60 * MINUTE;
  const [entry] = await journal.unsettled();
  expect(entry).toMatchObject({ node: 'in', event: { id: 'a' }, redelivered: 1 });
});

test('yesterday’s alerts are not sent again', async () => {
  await journal.accept('in', [event('a')]);
  now += 24 * 60 * MINUTE;
  expect(await journal.unsettled()).toEqual([]);
});

test('what is unsettled comes six times at most, oldest first, and never when settled', async () => {
  await journal.accept('in', [event('b')]);
  now += 1;
  await journal.accept('in', [event('a'), event('c')]);
  await journal.settle('c');
  for (let round = 1; round <= 6; round += 1) {
    expect(idsOf((await journal.unsettled()).map((entry) => entry.event))).toEqual(['b', 'a']);
  }
  expect(await journal.unsettled()).toEqual([]);
});

test('settling what was never accepted does nothing', async () => {
  await journal.settle('a');
  expect(await known()).toEqual([]);
});

test('an event that could not be written was not accepted', async () => {
  const broken = { ...store, write: () => Promise.reject(new Error('disk full')) };
  const refusing = new Journal(broken, () => now);
  await expect(refusing.accept('in', [event('a')])).rejects.toThrow('disk full');
});
