import type { JsonObject } from '../../judging/shape';
import type { SlackApp } from './apps';
import type { Conversation } from './conversations';
import type { SlackPerson } from './people';

/** A message as the workspace keeps it. */
export interface Post {
  ts: string;
  conversation: Conversation;
  by: SlackApp | SlackPerson;
  payload: JsonObject;
  pings: string[];
  /** The message it answers. */
  parent?: Post;
  /** When its text was changed last. */
  editedAt?: string;
}

/** What changes while the workspace is used: messages, who joined what, which direct messages are open. */
export class Workspace {
  readonly #now: () => number;
  readonly #posts = new Map<string, Post>();
  readonly #whispers = new Map<string, SlackApp>();
  readonly #joined = new Set<string>();
  readonly #opened = new Set<string>();
  #lastMicroseconds = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The id of a message is its time, and no two are the same: `1503435956.000247`. */
  nextTs(): string {
    this.#lastMicroseconds = Math.max(this.#now() * 1000, this.#lastMicroseconds + 1);
    const digits = String(this.#lastMicroseconds).padStart(16, '0');
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  }

  keep(post: Post): void {
    this.#posts.set(keyOf(post.conversation, post.ts), post);
  }

  /** What only one person sees is not kept, but who said it. */
  whisper(ts: string, app: SlackApp): void {
    this.#whispers.set(ts, app);
  }

  whispererOf(ts: string): SlackApp | undefined {
    return this.#whispers.get(ts);
  }

  find(conversation: Conversation, ts: unknown): Post | undefined {
    return this.#posts.get(keyOf(conversation, ts));
  }

  /** What was said in it, the newest first. */
  postsIn({ id }: Conversation): Post[] {
    const posts = [...this.#posts.values()].filter(({ conversation }) => conversation.id === id);
    return posts.sort((one, other) => (one.ts < other.ts ? 1 : -1));
  }

  remove({ conversation, ts }: Post): void {
    this.#posts.delete(keyOf(conversation, ts));
  }

  isMember({ id, members }: Conversation, userId: string): boolean {
    return members.includes(userId) || this.#joined.has(`${id} ${userId}`);
  }

  join({ id }: Conversation, userId: string): void {
    this.#joined.add(`${id} ${userId}`);
  }

  isOpen({ id }: Conversation): boolean {
    return this.#opened.has(id);
  }

  open({ id }: Conversation): void {
    this.#opened.add(id);
  }

  clear(): void {
    for (const memory of [this.#posts, this.#whispers, this.#joined, this.#opened]) memory.clear();
  }
}

const keyOf = ({ id }: Conversation, ts: unknown) => `${id} ${ts}`;
