import type { Store } from '../../../core/index';
import { asError } from '../problem-error';

/** Why a store cannot be used; undefined when it could be, the last time. */
export interface Health {
  reason?: string | undefined;
}

/** The same store, which notes whether it works. */
export const noting = (store: Store, health: Health): Store => {
  const note = async <T>(work: Promise<T>): Promise<T> => {
    try {
      const result = await work;
      health.reason = undefined;
      return result;
    } catch (thrown) {
      health.reason = reasonOf(thrown);
      throw thrown;
    }
  };
  return {
    list: (prefix) => note(store.list(prefix)),
    put: (entries) => note(store.put(entries)),
    delete: (keys) => note(store.delete(keys)),
  };
};

/** The innermost cause says it best: `LEVEL_DATABASE_NOT_OPEN` is only where it surfaced. */
export const reasonOf = (thrown: unknown): string => {
  const { message, cause } = asError(thrown);
  return cause === undefined ? message : reasonOf(cause);
};
