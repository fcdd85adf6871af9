import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { testEvent } from '../../../core/index';
import { entriesOnDisk } from '../../../node-red/host/journal/entries-on-disk';
import type { Entry } from '../../../node-red/host/journal/entry';
import { KeptStore } from '../../../node-red/host/store/kept-store';
import { openLevelStore } from '../../../node-red/host/store/level-store';
import { storeOnDisk } from '../../../node-red/host/store/store-on-disk';

const folder = () => join(mkdtempSync(join(tmpdir(), 'alertwire-store-')), 'alertwire');
const entry = (id: string): Entry => {
  const event = { ...testEvent(1), id };
  return { event, node: 'in', acceptedAt: 1, sentAt: 1, redelivered: 0 };
};
const put = (id: string) => [{ type: 'put', key: id, value: entry(id) }] as const;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
});
afterEach(() => {
  jest.useRealTimers();
});

test('what was written is there when the folder is opened again', async () => {
  const path = folder();
  const first = await openLevelStore(path);
  await first.write([...put('a'), ...put('b')]);
  await first.write([{ type: 'del', key: 'a' }]);
  await first.close();
  const second = await openLevelStore(path);
  expect(await second.get('a')).toBeUndefined();
  expect(await second.get('b')).toEqual(entry('b'));
  expect(await second.list('')).toEqual([{ key: 'b', value: entry('b') }]);
  await second.close();
});

test('the journal and the cards share one folder and do not see each other', async () => {
  const disk = await openLevelStore(folder());
  const entries = entriesOnDisk(disk);
  const cards = storeOnDisk(disk);
  await entries.write(put('a'));
  await cards.put([
    { key: 'card:2', value: 'second' },
    { key: 'card:1', value: 'first' },
    { key: 'card:ü', value: 'last' },
  ]);
  expect((await cards.list('card:')).map(({ value }) => value)).toEqual([
    'first',
    'second',
    'last',
  ]);
  expect(await entries.all()).toEqual([entry('a')]);
  expect(await entries.get('a')).toEqual(entry('a'));
  await cards.delete(['card:1', 'card:2', 'card:ü']);
  expect(await cards.list('card:')).toEqual([]);
  await entries.write([{ type: 'del', key: 'a' }]);
  expect(await disk.list('')).toEqual([]);
  await disk.close();
});

test('a deploy does not close the store: the next user comes in time', async () => {
  const path = folder();
  const store = new KeptStore(path);
  store.use();
  const opened = await store.open();
  store.release();
  store.use();
  jest.advanceTimersByTime(60_000);
  expect(await store.open()).toBe(opened);
  await store.write(put('a'));
  await opened.close();
});

test('nobody uses it any more: it is closed, and others may open the folder', async () => {
  const path = folder();
  const told = jest.fn();
  const store = new KeptStore(path, told);
  store.use();
  const opened = await store.open();
  const closed = jest.spyOn(opened, 'close');
  store.release();
  await jest.advanceTimersByTimeAsync(10_000);
  expect(closed).toHaveBeenCalledTimes(1);
  await closed.mock.results[0].value;
  expect(told).toHaveBeenCalledTimes(1);
  const other = await openLevelStore(path);
  await other.close();
});

test('a locked folder is tried again, but not at every request', async () => {
  const path = folder();
  const lock = await openLevelStore(path);
  const store = new KeptStore(path);
  const refused = store.open();
  await expect(refused).rejects.toThrow();
  expect(store.open()).toBe(refused);
  await lock.close();
  jest.advanceTimersByTime(2_000);
  const opened = await store.open();
  await opened.close();
});
