import { apps, type SlackApp } from './apps';
import { people, type SlackPerson } from './people';
import type { ApiCode } from './refusal';

export type ConversationType = 'public_channel' | 'private_channel' | 'im';

export interface Conversation {
  id: string;
  /** As the page and the journal call it. */
  name: string;
  type: ConversationType;
  archived?: boolean;
  /** Every message to it is refused with this. */
  refusal?: ApiCode;
  /** The ids of the users in it, bots among them. */
  members: readonly string[];
  note: string;
}

const [PRIYA = '', JONAS = '', MEI = ''] = people.map(({ id }) => id);
const BOTS = ['U0ALERTWIR', 'U0ONLOOKER'];

const channels: readonly Conversation[] = [
  {
    id: 'C0OPSALERT',
    name: '#ops-alerts',
    type: 'public_channel',
    members: [PRIYA, JONAS, MEI, ...BOTS, 'U0ANNOUNCE'],
    note: 'Takes messages.',
  },
  {
    id: 'C0PLATFORM',
    name: '#platform',
    type: 'public_channel',
    members: [PRIYA, JONAS, ...BOTS],
    note: 'Takes messages.',
  },
  {
    id: 'C0CHECKOUT',
    name: '#checkout',
    type: 'public_channel',
    members: [MEI],
    note: 'No bot was invited; one may join, or post with chat:write.public.',
  },
  {
    id: 'C0NIGHTOPS',
    name: '#night-shift',
    type: 'private_channel',
    members: [PRIYA, JONAS, 'U0ALERTWIR'],
    note: 'Private; only Alertwire was invited.',
  },
  {
    id: 'C0BOARDROO',
    name: '#board-room',
    type: 'private_channel',
    members: [MEI],
    note: 'Private; no bot was invited, so that it is not there for any.',
  },
  {
    id: 'C0ARCHIVED',
    name: '#launch-2019',
    type: 'public_channel',
    archived: true,
    members: [PRIYA, ...BOTS],
    note: 'The channel was archived.',
  },
  {
    id: 'C0PROHIBIT',
    name: '#announcements',
    type: 'public_channel',
    refusal: 'restricted_action_read_only_channel',
    members: [PRIYA, JONAS, MEI, ...BOTS],
    note: 'An administrator restricts who may post.',
  },
  {
    id: 'C0GENERAL1',
    name: '#general',
    type: 'public_channel',
    refusal: 'restricted_action',
    members: [PRIYA, JONAS, MEI, ...BOTS],
    note: 'An administrator restricts posting to #general.',
  },
];

/** What a bot and a person write to each other. */
export function directMessage({ userId }: SlackApp, person: SlackPerson): Conversation {
  return {
    id: `D${userId.slice(2, 6)}${person.id.slice(2, 7)}`,
    name: `@${person.username}`,
    type: 'im',
    members: [userId, person.id],
    note: 'A direct message.',
  };
}

const directMessages = apps.flatMap((app) => people.map((person) => directMessage(app, person)));

export const conversations: readonly Conversation[] = [...channels, ...directMessages];

export function conversationById(id: unknown): Conversation | undefined {
  return conversations.find((one) => one.id === id);
}

/** As chat.postMessage finds it: by id, by name with or without #, or by a person's id. */
export function conversationCalled(name: unknown, app?: SlackApp): Conversation | undefined {
  const named = channels.find((one) => one.name === name || one.name === `#${name}`);
  const person = people.find(({ id }) => id === name);
  return conversationById(name) ?? named ?? (person && app && directMessage(app, person));
}
