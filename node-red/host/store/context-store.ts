import type { Node } from 'node-red';
import type { Store } from '../../../core/index';
import { asError } from '../problem-error';

/** As much of Node-RED's context as is needed here; some stores answer only by callback. */
export interface Context {
  get(key: string, store: string, done: (error: unknown, value?: unknown) => void): void;
  set(key: string, value: unknown, store: string, done: (error: unknown) => void): void;
  keys(store: string, done: (error: unknown, keys?: string[]) => void): void;
}

export const contextOf = (node: Node): Context => node.context().global as unknown as Context;

/**
 * Values in one of Node-RED's context stores, by its name in settings.js. It is as safe as that
 * store: several values are written one after the other, and some stores write to disk only later.
 */
export const storeOnContext = (context: Context, name: string): Store => {
  const get = (key: string) => asked<unknown>((done) => context.get(contextKey(key), name, done));
  const set = (key: string, value: unknown) =>
    asked<void>((done) => context.set(contextKey(key), value, name, done));
  return {
    list: async (prefix) => {
      const keys = (await asked<string[]>((done) => context.keys(name, done))) ?? [];
      const ours = keys.filter((key) => key.startsWith(contextKey(prefix))).sort();
      const found = ours.map(async (key) => ({ key: keyOf(key), value: await get(keyOf(key)) }));
      return (await Promise.all(found)).filter(({ value }) => value !== undefined);
    },
    put: async (entries) => {
      for (const { key, value } of entries) await set(key, value);
    },
    delete: async (keys) => {
      for (const key of keys) await set(key, undefined);
    },
  };
};

const PREFIX = 'alertwire';

/** Node-RED reads dots and brackets in a key as a path; digits in hex sort as the text does. */
const contextKey = (key: string): string => PREFIX + Buffer.from(key, 'utf8').toString('hex');
const keyOf = (key: string): string =>
  Buffer.from(key.slice(PREFIX.length), 'hex').toString('utf8');

const asked = <T>(ask: (done: (error: unknown, value?: T) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    ask((error, value) => (error ? reject(asError(error)) : resolve(value as T)));
  });
