import { Problem } from '../../server/problem';
import type { Conversation } from '../api/conversations';
import type { State } from '../api/state';
import { PEOPLE, type Person } from '../api/world';
import { APP } from './app';

export function personWith(id: string): Person {
  const person = PEOPLE.find((one) => one.id === id);
  if (person) return person;
  throw new Problem(404, 'unknown_person', `Nobody here has the id ${id}.`);
}

/** Where a person is: a channel, or their own chat with the bot. */
export function placeOf({ conversations }: State, name: string, person: Person): Conversation {
  const channel = conversations.channel(APP, (one) => one.name === name);
  if (channel?.refusal === 'ConversationNotFound') throw new Problem(404, 'gone', channel.note);
  if (channel) return channel;
  const other = PEOPLE.find((one) => one.name === name);
  if (!other) throw new Problem(404, 'unknown_channel', `Nothing here is called ${name}.`);
  if (other === person) return ownChat(conversations.open(APP, person));
  throw new Problem(403, 'wrong_person', `${person.name} is not in the chat of ${name}.`);
}

function ownChat(chat: Conversation): Conversation {
  if (chat.refusal !== 'ForbiddenOperationException') return chat;
  throw new Problem(404, 'unknown_channel', `There is no chat with ${APP.name}: ${chat.note}`);
}

/** May the app be spoken to here? It is where moderators let it not write, too. */
export function isAppIn({ refusal }: Conversation): boolean {
  return refusal === undefined || refusal === 'ConversationBlockedByUser';
}
