import { randomBytes } from 'node:crypto';
import type { Message } from '../../journal/entries';
import { type SlackApp, TEAM } from '../api/apps';
import type { Conversation } from '../api/conversations';

/** https://docs.slack.dev/interactivity/handling-user-interaction#message_responses */
const MOST_USES = 5;
const LIFE_MS = 30 * 60_000;

/** What somebody did, which an app may answer for a while. */
export interface Cause {
  app: SlackApp;
  conversation: Conversation;
  /** The id of the person. */
  by: string;
  /** The message whose button it was. */
  message?: Message;
}

interface Given extends Cause {
  at: number;
  uses: number;
}

export type Kind = 'actions' | 'commands';

export class ResponseUrls {
  readonly #now: () => number;
  readonly #all = new Map<string, Given>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The path below the mount point of Slack. */
  issue(kind: Kind, cause: Cause): string {
    const number = 7001 + this.#all.size;
    const path = `/${kind}/${TEAM.id}/${number}/${randomBytes(12).toString('hex')}`;
    this.#all.set(path, { ...cause, at: this.#now(), uses: 0 });
    return path;
  }

  find(path: string): Cause | 'used_url' | 'expired_url' | undefined {
    const given = this.#all.get(path);
    if (!given) return undefined;
    if (this.#now() - given.at > LIFE_MS) return 'expired_url';
    return given.uses >= MOST_USES ? 'used_url' : given;
  }

  use(path: string): void {
    const given = this.#all.get(path);
    if (given) given.uses += 1;
  }

  clear(): void {
    this.#all.clear();
  }
}
