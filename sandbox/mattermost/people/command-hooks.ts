import type { ApiError } from '../api/answer';
import { newId } from '../api/ids';

/** `CommandWebhookLifetime` in server/public/model/command_webhook.go. */
const LIFETIME_MS = 30 * 60_000;
/** https://github.com/mattermost/mattermost/blob/master/server/channels/app/webhook.go */
const USES = 5;

/** Where a command was typed, and by whom. */
export interface Place {
  by: string;
  channelId: string;
  rootId: string;
}

/** The addresses at which commands are answered later. */
export class CommandHooks {
  readonly #now: () => number;
  readonly #hooks = new Map<string, { place: Place; since: number; uses: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  create(place: Place): string {
    const id = newId();
    this.#hooks.set(id, { place, since: this.#now(), uses: 0 });
    return id;
  }

  use(id: string): Place | ApiError {
    const hook = this.#hooks.get(id);
    if (!hook || this.#now() - hook.since > LIFETIME_MS) {
      const reason = 'No command has this response_url, or it is older than 30 minutes.';
      return { id: 'app.command_webhook.get.missing', reason };
    }
    hook.uses += 1;
    if (hook.uses <= USES) return hook.place;
    const reason = `The response_url was used ${USES} times.`;
    return { id: 'app.command_webhook.try_use.invalid', reason };
  }

  clear(): void {
    this.#hooks.clear();
  }
}
