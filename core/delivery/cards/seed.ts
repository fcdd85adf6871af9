import type { MessageRef } from '../../http/outcome';
import type { Manned } from './desk';
import { messageKey } from './post';
import { newest, type Put } from './put';
import { shownOf } from './showing';

/**
 * What a run without a lasting store can know about cards that are there: what the flow brings along,
 * or what the chat names messages by.
 */
export const seed = async (
  desk: Manned,
  puts: readonly Put[],
  refs: readonly (MessageRef | undefined)[],
): Promise<void> => {
  const { store, destination, way, to } = desk;
  for (const [index, { card }] of puts.entries()) {
    const row = newest(await store.read(destination, [card]));
    if (!row || row.ref) continue;
    const named = way.updates && to ? way.refOf?.(to, messageKey(row)) : undefined;
    const ref = refs[index] ?? named;
    if (ref) await store.show(row, { ...shownOf(row), ref });
  }
};
