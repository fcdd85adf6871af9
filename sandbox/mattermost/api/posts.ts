import type { Post } from './post';
import { newPost } from './post';

/** For how long the server knows a `pending_post_id`: `pendingPostIDsCacheTTL` in channels/app/post.go. */
const PENDING_MILLISECONDS = 30_000;

/** From before the channel was archived. */
const OLD_POST = newPost({
  id: 'sandbox1post1oflaunch2019p',
  user_id: 'sandbox1bot1alertwire1bot1',
  channel_id: 'sandbox4channel4launch2019',
  message: 'Liftoff!',
  create_at: 1_570_000_000_000,
});

export interface KeptPost {
  post: Post;
  /** Whom it notified; a change notifies nobody. */
  pings: string[];
  /** The id of the one person who sees it; no method of the API finds it. */
  onlyFor?: string;
}

/** The posts of the server. */
export class Posts {
  readonly #posts = new Map<string, KeptPost>();
  readonly #pending = new Map<string, { id: string; until: number }>();

  constructor() {
    this.clear();
  }

  find(id: string): KeptPost | undefined {
    const found = this.#posts.get(id);
    return found?.post.delete_at === 0 && !found.onlyFor ? found : undefined;
  }

  /** The same with what was deleted and what only one person sees. */
  look(id: string): KeptPost | undefined {
    return this.#posts.get(id);
  }

  keep(kept: KeptPost): void {
    this.#posts.set(kept.post.id, kept);
  }

  /** A thread goes with the post it hangs on. */
  remove(id: string, now: number): void {
    for (const { post } of this.#posts.values()) {
      if (post.id === id || post.root_id === id) post.delete_at = now;
    }
  }

  countReplies(rootId: string): number {
    const all = [...this.#posts.values()];
    return all.filter(({ post }) => post.root_id === rootId && this.find(post.id)).length;
  }

  rememberPending(pendingId: string, id: string, now: number): void {
    this.#pending.set(pendingId, { id, until: now + PENDING_MILLISECONDS });
  }

  /** The post an earlier request with the same `pending_post_id` made. */
  findPending(pendingId: string, now: number): KeptPost | undefined {
    const seen = this.#pending.get(pendingId);
    return seen && now < seen.until ? this.find(seen.id) : undefined;
  }

  clear(): void {
    this.#posts.clear();
    this.#pending.clear();
    this.keep({ post: { ...OLD_POST }, pings: [] });
  }
}
