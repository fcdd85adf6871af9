import { randomBytes } from 'node:crypto';
import type { SlackApp } from '../api/apps';
import type { ApiObjection } from '../api/refusal';
import type { OpenView } from '../views/views';

/** https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses */
const LIFE_MS = 3000;
const FORM = /^\d+\.\d+\.[0-9a-f]+$/;

/** A permission to show something to the person who just did something. */
export interface Trigger {
  id: string;
  app: SlackApp;
  by: string;
  at: number;
  used: boolean;
  /** What was shown. */
  view?: OpenView;
}

export class Triggers {
  readonly #now: () => number;
  readonly #all = new Map<string, Trigger>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(app: SlackApp, by: string): Trigger {
    const at = this.#now();
    const id = `${at}.1001.${randomBytes(16).toString('hex')}`;
    const trigger = { id, app, by, at, used: false };
    this.#all.set(id, trigger);
    return trigger;
  }

  /** Good once, by the app it was made for, and for three seconds. */
  find(app: SlackApp, id: string): Trigger | ApiObjection {
    if (!FORM.test(id)) return { code: 'invalid_trigger_id', reason: 'This is no trigger_id.' };
    const trigger = this.#all.get(id);
    if (trigger?.app !== app) {
      return { code: 'invalid_trigger_id', reason: `${app.name} was given no such trigger_id.` };
    }
    if (trigger.used) {
      return { code: 'exchanged_trigger_id', reason: 'The trigger_id was used before.' };
    }
    if (this.#now() - trigger.at > LIFE_MS) {
      return { code: 'expired_trigger_id', reason: 'The trigger_id is older than 3 seconds.' };
    }
    return trigger;
  }

  clear(): void {
    this.#all.clear();
  }
}
