import type { BotRow } from './bots';
import type { ErrorCode } from './errors';

interface Place {
  /** What an app is installed in: the team, a private channel, a chat. */
  home: string;
  /** Every message to it is refused with this. */
  refusal?: ErrorCode;
  note: string;
}

/** Where bots were added or removed since the sandbox began. */
export class Installations {
  readonly #changed = new Map<string, boolean>();

  set({ appId }: BotRow, home: string, installed: boolean): void {
    this.#changed.set(`${appId} ${home}`, installed);
  }

  /** A place as this bot finds it now. */
  seenBy<T extends Place>({ appId }: BotRow, place: T, absent: ErrorCode): T {
    const installed = this.#changed.get(`${appId} ${place.home}`);
    if (installed === false) return { ...place, refusal: absent, note: 'The app was removed.' };
    if (!installed || place.refusal !== absent) return place;
    const { refusal: _, ...open } = place;
    return { ...(open as T), note: 'The app was added.' };
  }

  clear(): void {
    this.#changed.clear();
  }
}
