import type { NodeAPI } from 'node-red';
import { guard } from '../guard';
import { storesOf } from '../store/index';
import { Outbox } from './outbox';

export type { Outbox } from './outbox';

const outboxes = new WeakMap<object, Outbox>();

/** One for the life of the process. */
export function outboxOf(RED: NodeAPI): Outbox {
  const key = RED.events;
  const known = outboxes.get(key);
  if (known) return known;
  const warn = (sentence: string) => RED.log.warn(`alertwire: ${sentence}`);
  const opened = new Outbox(storesOf(RED), warn);
  RED.events.on(
    'flows:started',
    () =>
      void guard(
        () => opened.started(),
        (error) => warn(error.message),
      ),
  );
  outboxes.set(key, opened);
  return opened;
}
