import { randomBytes } from 'node:crypto';
import type { DingTalkApp } from '../api/apps';

/** From the two times of the documented example: https://open.dingtalk.com/document/development/receive-message */
const SESSION_MS = 5_400_000;

/** Where an app may answer somebody for a while, without a token. */
export interface Session {
  app: DingTalkApp;
  channel: string;
  until: number;
}

export class Sessions {
  readonly #now: () => number;
  readonly #sessions = new Map<string, Session>();

  constructor(now: () => number) {
    this.#now = now;
  }

  open(app: DingTalkApp, channel: string): { session: string; until: number } {
    const session = randomBytes(16).toString('hex');
    const until = this.#now() + SESSION_MS;
    this.#sessions.set(session, { app, channel, until });
    return { session, until };
  }

  find(session: string): Session | undefined {
    const found = this.#sessions.get(session);
    return found && this.#now() < found.until ? found : undefined;
  }

  clear(): void {
    this.#sessions.clear();
  }
}
