import { BOTS, type BotRow, type Permission } from './bots';
import { newId } from './ids';
import { CHANNELS, type Channel, PEOPLE, TOWN_SQUARE } from './world';

/** The channels of the server: those of the team, and those for two that bots have opened. */
export class Channels {
  readonly #direct: Channel[] = [];

  find(id: string): Channel | undefined {
    return this.all().find((channel) => channel.id === id);
  }

  all(): Channel[] {
    return [...CHANNELS, TOWN_SQUARE, ...this.#direct];
  }

  /** The one channel of these two; there is never a second. */
  between(ids: readonly string[]): Channel {
    const name = [...ids].sort().join('__');
    const found = this.#direct.find((channel) => channel.name === name);
    if (found) return found;
    const made: Channel = { id: newId(), type: 'D', name, display_name: '', between: ids };
    this.#direct.push(made);
    return made;
  }

  clear(): void {
    this.#direct.length = 0;
  }
}

/** A bot or a person, as far as it matters where they are. */
export interface Account {
  id: string;
  channels: readonly string[];
}

export function isMember({ id, channels }: Account, { name, between }: Channel): boolean {
  return between ? between.includes(id) : channels.includes(name);
}

export function may(bot: BotRow, permission: Permission, channel: Channel): boolean {
  return bot.permissions.includes(permission) && isMember(bot, channel);
}

/** Every member of the team may read its open channels. */
export function mayRead(bot: BotRow, channel: Channel): boolean {
  return channel.type === 'O' || isMember(bot, channel);
}

/** A channel as its place is called here: `ops-alerts`, and `@ada` for one of a bot with her. */
export function labelOf({ name, between }: Channel): string {
  if (!between) return name;
  const shown = [...PEOPLE, ...[...BOTS].reverse()].find(({ id }) => between.includes(id));
  return `@${shown?.username}`;
}
