import type { Bot, BotChannel } from '../../platform';
import type { ErrorId } from './all-errors';
import { CHANNELS, type Channel } from './world';

/** What a role may allow: https://docs.mattermost.com/administration-guide/onboard/advanced-permissions-backend-infrastructure.html */
export type Permission =
  | 'create_direct_channel'
  | 'create_post'
  | 'create_post_ephemeral'
  | 'delete_post'
  | 'edit_post';

export interface BotRow {
  id: string;
  username: string;
  display_name: string;
  token: string;
  revoked?: true;
  permissions: readonly Permission[];
  /** The names of the channels it was added to. */
  channels: readonly string[];
  /** Addresses are hidden from it, as where `ShowEmailAddress` is off. */
  seesNoEmails?: true;
  /** The token of its slash command, as the page of the command shows it. */
  commandToken?: string;
  note: string;
}

const USUAL: readonly Permission[] = [
  'create_direct_channel',
  'create_post',
  'delete_post',
  'edit_post',
];
const EVERYWHERE = ['ops-alerts', 'platform', 'night-shift', 'launch-2019'];

/** The bot accounts that exist. Their tokens open nothing but this sandbox. */
export const BOTS: readonly BotRow[] = [
  {
    id: 'sandbox1bot1alertwire1bot1',
    username: 'alertwire',
    display_name: 'Alertwire',
    token: 'sandbox1token1alertwire1bo',
    permissions: USUAL,
    channels: EVERYWHERE,
    commandToken: 'sandbox1command1alertwire1',
    note: 'A bot with the permissions of every member.',
  },
  {
    id: 'sandbox2bot2concierge2bot2',
    username: 'concierge',
    display_name: 'Concierge',
    token: 'sandbox2token2concierge2bo',
    permissions: [...USUAL, 'create_post_ephemeral'],
    channels: EVERYWHERE,
    note: 'May also write what only one person sees.',
  },
  {
    id: 'sandbox3bot3listener3bot33',
    username: 'listener',
    display_name: 'Listener',
    token: 'sandbox3token3listener3bot',
    permissions: [],
    channels: EVERYWHERE,
    seesNoEmails: true,
    note: 'Its role lacks create_post: it may read, but not write, and sees no e-mail addresses.',
  },
  {
    id: 'sandbox4bot4former4bot4for',
    username: 'former',
    display_name: 'Former',
    token: 'sandbox4token4revoked4boto',
    revoked: true,
    permissions: USUAL,
    channels: EVERYWHERE,
    note: 'Its token was revoked.',
  },
];

export function botsAt(origin: string): Bot[] {
  return BOTS.map((bot) => ({
    platform: 'mattermost',
    name: bot.username,
    baseUrl: `${origin}/mattermost`,
    credential: { accessToken: bot.token },
    ...(bot.commandToken !== undefined && { inbound: { commandToken: bot.commandToken } }),
    channels: CHANNELS.map((channel) => channelOf(bot, channel)),
    answers: bot.revoked ? EXPIRED : 'ok',
    note: bot.note,
  }));
}

const EXPIRED: ErrorId = 'api.context.session_expired.app_error';
const FORBIDDEN: ErrorId = 'api.context.permissions.app_error';
const ARCHIVED: ErrorId = 'api.post.create_post.can_not_post_to_deleted.error';

function channelOf(bot: BotRow, { id, name, type, archived }: Channel): BotChannel {
  const answer = (answers: 'ok' | ErrorId, note: string) => ({ id, name, answers, note });
  if (bot.revoked) return answer(EXPIRED, bot.note);
  if (!bot.permissions.includes('create_post')) return answer(FORBIDDEN, bot.note);
  if (!bot.channels.includes(name)) return answer(FORBIDDEN, 'The bot was not added to it.');
  if (archived) return answer(ARCHIVED, 'The channel was archived.');
  return answer('ok', type === 'P' ? 'A private channel with the bot in it.' : 'Takes messages.');
}
