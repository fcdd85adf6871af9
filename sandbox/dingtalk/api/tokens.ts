import { randomBytes } from 'node:crypto';
import type { DingTalkApp } from './apps';

/** https://open.dingtalk.com/document/development/obtain-the-access-token-of-an-internal-app */
export const TOKEN_SECONDS = 7200;

/** The tokens the apps have. Who asks again in time gets the same one for another two hours. */
export class Tokens {
  readonly #now: () => number;
  readonly #issued = new Map<string, { app: DingTalkApp; until: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(app: DingTalkApp): string {
    const until = this.#now() + TOKEN_SECONDS * 1000;
    const valid = [...this.#issued].find(([token, { app: owner }]) => {
      return owner === app && this.appOf(token) === app;
    });
    const token = valid?.[0] ?? randomBytes(16).toString('hex');
    this.#issued.set(token, { app, until });
    return token;
  }

  /** Whose token it is; nobody's, once it has expired. */
  appOf(token: string): DingTalkApp | undefined {
    const issued = this.#issued.get(token);
    return issued && this.#now() < issued.until ? issued.app : undefined;
  }

  /** Whether it was good once. */
  isKnown(token: string): boolean {
    return this.#issued.has(token);
  }
}
