import { BOTS, type BotRow, type Permission } from './bots';
import { newId } from './ids';
import { CHANNELS, type Channel, PEOPLE } from './world';

/** The channels of the server: those of the team, and those for two that bots have opened. */
export class Channels {
  readonly #direct: Channel[] = [];

  find(id: string): Channel | undefined {
    return this.all().find((channel) => channel.id === id);
  }

  all(): Channel[] {
    return [...CHANNELS, ...this.#direct];
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

export function isMember(bot: BotRow, { name, between }: Channel): boolean {
  return between ? between.includes(bot.id) : bot.channels.includes(name);
}

export function may(bot: BotRow, permission: Permission, channel: Channel): boolean {
  return bot.permissions.includes(permission) && isMember(bot, channel);
}

/** Every member of the team may read its open channels. */
export function mayRead(bot: BotRow, channel: Channel): boolean {
  return channel.type === 'O' || isMember(bot, channel);
}

/** A channel as people call it: `ops-alerts`, and `@ada` for the one with her. */
export function calledBy(bot: BotRow, { name, between }: Channel): string {
  if (!between) return name;
  const other = between.find((id) => id !== bot.id) ?? bot.id;
  return `@${[...PEOPLE, ...BOTS].find(({ id }) => id === other)?.username}`;
}
