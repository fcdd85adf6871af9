import type { NewMessage } from '../../platform';

export interface KeptActivity {
  id: string;
  /** The channel or the chat it stands in. */
  conversationId: string;
  /** The message its thread hangs on: itself, where it is the first. */
  rootId: string;
  /** The bot that wrote it. */
  appId: string;
  /** Only one person sees it. */
  targeted: boolean;
  message: NewMessage;
}

/** The messages of the bots. */
export class Activities {
  readonly #kept = new Map<string, KeptActivity>();
  readonly #deleted = new Set<string>();
  #last = 0;

  /** As Teams numbers messages: by the time, in milliseconds; never the same one twice. */
  newId(now: number): string {
    this.#last = Math.max(this.#last + 1, now);
    return String(this.#last);
  }

  find(conversationId: string, id: string): KeptActivity | undefined {
    const found = this.#kept.get(id);
    if (found?.conversationId !== conversationId || this.#deleted.has(id)) return undefined;
    return found;
  }

  /** A thread lives on when its first message is deleted. */
  hasThread(conversationId: string, rootId: string): boolean {
    const root = this.#kept.get(rootId);
    return root?.conversationId === conversationId && root.rootId === rootId;
  }

  keep(kept: KeptActivity): void {
    this.#kept.set(kept.id, kept);
  }

  remove(id: string): void {
    this.#deleted.add(id);
  }

  clear(): void {
    this.#kept.clear();
    this.#deleted.clear();
  }
}
