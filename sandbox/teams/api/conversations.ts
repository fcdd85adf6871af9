import { createHash } from 'node:crypto';
import type { ApiError } from './answer';
import { BOTS, type BotRow } from './bots';
import type { ErrorCode } from './errors';
import { CHANNELS, PEOPLE, type Person } from './world';

export interface Conversation {
  /** The channel or the chat, without a thread. */
  id: string;
  /** As people call it. */
  name: string;
  /** The message whose thread the id names. */
  threadId?: string;
  /** The other one, in a chat of two. */
  person?: Person;
  /** Every message to it is refused with this. */
  refusal?: ErrorCode;
  note: string;
}

const SHAPE = /^(19:[^;]+@thread\.(?:tacv2|skype)|a:[\w-]+)(?:;messageid=(\d+))?$/;

/** The channels of the team, and the chats for two that bots have opened. */
export class Conversations {
  readonly #opened = new Set<string>();

  find(bot: BotRow, id: string): Conversation | ApiError {
    const [, base = '', threadId] = SHAPE.exec(id) ?? [];
    if (!base) return { code: 'BadSyntax', reason: 'Bad format of conversation ID' };
    const found = channelCalled(base) ?? this.#chat(bot, base);
    if (!found) {
      return { code: 'ConversationNotFound', reason: `${bot.name} knows no conversation ${id}.` };
    }
    return threadId === undefined ? found : { ...found, threadId };
  }

  /** There is one chat of a bot and a person, however often it is opened. */
  open(bot: BotRow, person: Person): Conversation {
    const chat = chatOf(bot, person);
    this.#opened.add(chat.id);
    return chat;
  }

  clear(): void {
    this.#opened.clear();
  }

  #chat(bot: BotRow, id: string): Conversation | undefined {
    if (!this.#opened.has(id)) return undefined;
    return PEOPLE.map((person) => chatOf(bot, person)).find((chat) => chat.id === id);
  }
}

function channelCalled(id: string): Conversation | undefined {
  return CHANNELS.find((channel) => channel.id === id);
}

function chatOf(bot: BotRow, person: Person): Conversation {
  const hash = createHash('sha512').update(`${bot.appId} ${person.objectId}`).digest('base64url');
  const { name, refusal, note } = person;
  return { id: `a:1${hash}`, name, person, note, ...(refusal && { refusal }) };
}

/** How people call the conversation, whoever asks; chats have an id of their own for every bot. */
export function nameOfConversation(id: string): string | undefined {
  const [base = ''] = id.split(';');
  const chats = BOTS.flatMap((bot) => PEOPLE.map((person) => chatOf(bot, person)));
  return [...CHANNELS, ...chats].find((one) => one.id === base)?.name;
}
