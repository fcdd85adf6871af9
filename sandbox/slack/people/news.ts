import type { JsonObject } from '../../judging/shape';

/** https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response */
export const PATIENCE_MS = 3000;

export type Door = 'interactivity' | 'commands' | 'events';

/** What an app is told. */
export interface News {
  door: Door;
  /** As the documents call it. */
  kind: string;
  payload: JsonObject;
  by?: string;
  /** How often it was told before, and why again. */
  retry?: { number: number; reason: string };
}
