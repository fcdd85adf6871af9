import type { ApiCode } from './refusal';

export const TEAM = {
  id: 'T0SANDBOX1',
  name: 'Sandbox',
  domain: 'sandbox',
  url: 'https://sandbox.slack.example/',
};

/** An app as it is installed: its bot, the token and what the token may do. */
export interface SlackApp {
  name: string;
  token: string;
  appId: string;
  botId: string;
  /** The bot's own user. */
  userId: string;
  scopes: readonly string[];
  /** The secret Slack signs with, and the token that opens sockets. */
  inbound?: { signingSecret: string; appToken: string };
  /** The slash commands it has. */
  commands?: readonly string[];
  /** Every call is refused with this. */
  refusal?: ApiCode;
  note: string;
}

/** The apps that exist. Their tokens open nothing but this sandbox. */
export const apps: readonly SlackApp[] = [
  {
    name: 'Alertwire',
    token: 'xoxb-1001-2001-sandboxAlertwire',
    appId: 'A0ALERTWIR',
    botId: 'B0ALERTWIR',
    userId: 'U0ALERTWIR',
    scopes: [
      'chat:write',
      'channels:read',
      'channels:join',
      'channels:history',
      'groups:read',
      'groups:history',
      'im:read',
      'im:history',
      'im:write',
      'users:read',
      'users:read.email',
      'app_mentions:read',
      'commands',
    ],
    inbound: {
      signingSecret: '8f742231b10e8888abcd99yyyzzz85a5',
      appToken: 'xapp-1-A0ALERTWIR-7001-sandboxAppLevelAlertwire',
    },
    commands: ['/alertwire'],
    note: 'Has every scope it needs.',
  },
  {
    name: 'Announcer',
    token: 'xoxb-1001-2002-sandboxAnnouncer',
    appId: 'A0ANNOUNCE',
    botId: 'B0ANNOUNCE',
    userId: 'U0ANNOUNCE',
    scopes: ['chat:write', 'chat:write.public'],
    note: 'Posts to every public channel, and may look nothing up.',
  },
  {
    name: 'Onlooker',
    token: 'xoxb-1001-2003-sandboxOnlooker',
    appId: 'A0ONLOOKER',
    botId: 'B0ONLOOKER',
    userId: 'U0ONLOOKER',
    scopes: ['channels:read', 'users:read'],
    note: 'The scope chat:write is missing.',
  },
  {
    name: 'Newcomer',
    token: 'xoxb-1001-2006-sandboxNewcomer',
    appId: 'A0NEWCOMER',
    botId: 'B0NEWCOMER',
    userId: 'U0NEWCOMER',
    scopes: ['chat:write'],
    note: 'May post where it was invited, which is nowhere yet.',
  },
  {
    name: 'Removed',
    token: 'xoxb-1001-2004-sandboxRemovedApp',
    appId: 'A0REMOVED1',
    botId: 'B0REMOVED1',
    userId: 'U0REMOVED1',
    scopes: ['chat:write'],
    refusal: 'account_inactive',
    note: 'The app was removed from the workspace, which revokes its bot token.',
  },
  {
    name: 'Rotated',
    token: 'xoxb-1001-2005-sandboxRotated',
    appId: 'A0ROTATED1',
    botId: 'B0ROTATED1',
    userId: 'U0ROTATED1',
    scopes: ['chat:write'],
    refusal: 'token_expired',
    note: 'Tokens of this app are rotated, and this one is too old.',
  },
];
