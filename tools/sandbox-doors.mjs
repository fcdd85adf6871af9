const DOORS = {
  slack: ['interactivity', 'commands', 'events'],
  teams: ['bot'],
  mattermost: ['command'],
  dingtalk: ['robot'],
};

/** Where the sandbox's chats call back, by the one address of each chat's response trigger. */
export const sandboxDoors = (addresses) =>
  Object.fromEntries(
    Object.entries(addresses).map(([chat, address]) => [
      chat,
      Object.fromEntries(DOORS[chat].map((door) => [door, address])),
    ]),
  );
