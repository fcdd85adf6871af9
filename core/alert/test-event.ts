import { defineAlert } from './define-alert';
import type { AlertEvent } from './event';

/** A message that proves a connection: passes every filter, mentions nobody. `now` is in ms. */
export const testEvent = (
  now: number,
  { chat }: { readonly chat?: string | undefined } = {},
): AlertEvent =>
  defineAlert(
    {
      title: 'Test alert from Alertwire',
      description: `The way to ${chat ?? 'this chat'} works. Nobody needs to act.`,
      severity: 'info',
      eventType: 'test',
      source: 'Alertwire',
    },
    now,
  );
