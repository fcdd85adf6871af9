import { createHash } from 'node:crypto';
import type { ApiError } from './answer';
import { BOTS, type BotRow } from './bots';
import type { ErrorCode } from './errors';
import { Installations } from './installations';
import { CHANNELS, type Channel, PEOPLE, type Person, TEAM } from './world';

export interface Conversation {
  /** The channel or the chat, without a thread. */
  id: string;
  /** As people call it. */
  name: string;
  /** The message whose thread the id names. */
  threadId?: string;
  /** The other one, in a chat of two. */
  person?: Person;
  /** What an app is installed in, to be here. */
  home: string;
  /** Every message to it is refused with this. */
  refusal?: ErrorCode;
  note: string;
}

const SHAPE = /^(19:[^;]+@thread\.(?:tacv2|skype)|a:[\w-]+)(?:;messageid=(\d+))?$/;

/** The channels of the team, and the chats for two that bots have opened. */
export class Conversations {
  readonly installations = new Installations();
  readonly #opened = new Set<string>();

  find(bot: BotRow, id: string): Conversation | ApiError {
    const [, base = '', threadId] = SHAPE.exec(id) ?? [];
    if (!base) return { code: 'BadSyntax', reason: 'Bad format of conversation ID' };
    const found = this.channel(bot, ({ id }) => id === base) ?? this.#chat(bot, base);
    if (!found) {
      return { code: 'ConversationNotFound', reason: `${bot.name} knows no conversation ${id}.` };
    }
    return threadId === undefined ? found : { ...found, threadId };
  }

  /** A channel as a bot finds it. */
  channel(bot: BotRow, is: (channel: Channel) => boolean): Conversation | undefined {
    const found = CHANNELS.find(is);
    if (!found) return undefined;
    const { isPrivate = false, ...channel } = found;
    const place = { ...channel, home: isPrivate ? channel.id : TEAM.id };
    return this.installations.seenBy(bot, place, 'BotNotInConversationRoster');
  }

  /** The chat of a bot and a person, as the bot finds it, opened or not. */
  chat(bot: BotRow, person: Person): Conversation {
    return this.installations.seenBy(bot, chatOf(bot, person), 'ForbiddenOperationException');
  }

  /** There is one chat of a bot and a person, however often it is opened. */
  open(bot: BotRow, person: Person): Conversation {
    const chat = this.chat(bot, person);
    this.#opened.add(chat.id);
    return chat;
  }

  clear(): void {
    this.#opened.clear();
    this.installations.clear();
  }

  #chat(bot: BotRow, id: string): Conversation | undefined {
    if (!this.#opened.has(id)) return undefined;
    const person = PEOPLE.find((one) => chatOf(bot, one).id === id);
    return person && this.chat(bot, person);
  }
}

function chatOf(bot: BotRow, person: Person): Conversation {
  const hash = createHash('sha512').update(`${bot.appId} ${person.objectId}`).digest('base64url');
  const { name, refusal, note } = person;
  const id = `a:1${hash}`;
  return { id, name, person, home: id, note, ...(refusal && { refusal }) };
}

/** How people call the conversation, whoever asks; chats have an id of their own for every bot. */
export function nameOfConversation(id: string): string | undefined {
  const [base = ''] = id.split(';');
  const chats = BOTS.flatMap((bot) => PEOPLE.map((person) => chatOf(bot, person)));
  return [...CHANNELS, ...chats].find((one) => one.id === base)?.name;
}
