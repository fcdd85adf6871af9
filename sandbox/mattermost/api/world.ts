/** What this server knows: one team, its channels and people. The ids open nothing but the sandbox. */
export const TEAM = {
  id: 'sandbox1team1sandbox1team1',
  name: 'sandbox',
  display_name: 'Sandbox',
} as const;

export interface Channel {
  id: string;
  /** O is open, P is private, D is for two. */
  type: 'O' | 'P' | 'D';
  name: string;
  display_name: string;
  archived?: true;
  /** The ids of the two who talk in a direct channel. */
  between?: readonly string[];
}

export interface Person {
  id: string;
  username: string;
  email: string;
  first_name: string;
  last_name: string;
  /** The names of the channels they are in. */
  channels: readonly string[];
  /** The token of a session, as a person's client has one. */
  session: string;
}

export const CHANNELS: readonly Channel[] = [
  open('sandbox1channel1opsalerts1', 'ops-alerts', 'Ops alerts'),
  open('sandbox2channel2platform22', 'platform', 'Platform'),
  { ...open('sandbox3channel3nightshift', 'night-shift', 'Night shift'), type: 'P' },
  { ...open('sandbox4channel4launch2019', 'launch-2019', 'Launch 2019'), archived: true },
  open('sandbox5channel5announce55', 'announcements', 'Announcements'),
  { ...open('sandbox6channel6boardroom6', 'boardroom', 'Board room'), type: 'P' },
];

/** Everybody is in it; bots were added to none of it. */
export const TOWN_SQUARE: Channel = open(
  'sandbox7channel7townsquare',
  'town-square',
  'Town Square',
);

const COMMON = ['ops-alerts', 'platform', 'announcements', TOWN_SQUARE.name];

export const PEOPLE: readonly Person[] = [
  {
    ...person('sandbox1person1adaada1aada', 'ada', 'Ada', 'Byte'),
    channels: [...COMMON, 'night-shift', 'launch-2019'],
    session: 'sandbox1session1adabyte1ad',
  },
  {
    ...person('sandbox2person2bobbyte2bob', 'bob.byte', 'Bob', 'Byte'),
    channels: COMMON,
    session: 'sandbox2session2bobbyte2bo',
  },
];

function open(id: string, name: string, display_name: string): Channel {
  return { id, type: 'O', name, display_name };
}

function person(id: string, username: string, first_name: string, last_name: string) {
  return { id, username, email: `${username}@sandbox.example`, first_name, last_name };
}
