import { refuse, tell } from './answer';
import { BOTS, type BotRow } from './bots';
import type { Method } from './call';
import { PEOPLE, type Person } from './world';

/** `GET /users/{user_id}`; `me` is the bot itself. */
export const getUser: Method = ({ bot, params }) =>
  answer(bot, (user) => user.id === params.user_id);

/** `GET /users/email/{email}` */
export const getUserByEmail: Method = ({ bot, params }) => {
  if (bot.seesNoEmails) {
    const id = 'api.user.get_user_by_email.permissions.app_error';
    return refuse({ id, reason: `${bot.username} sees no e-mail addresses.` });
  }
  return answer(bot, (user) => user.email === params.email?.toLowerCase());
};

/** `GET /users/username/{username}` */
export const getUserByUsername: Method = ({ bot, params }) => {
  const found = EVERYBODY.find((user) => user.username === params.username?.toLowerCase());
  if (found) return tell(seenBy(bot, found));
  const reason = 'Nobody has this name.';
  return refuse({ id: 'app.user.get_by_username.app_error', reason });
};

function answer(bot: BotRow, isMeant: (user: ToldUser) => boolean) {
  const found = EVERYBODY.find(isMeant);
  if (found) return tell(seenBy(bot, found));
  return refuse({ id: 'app.user.missing_account.const', reason: 'There is no such account.' });
}

/** https://docs.mattermost.com/administration-guide/configure/site-configuration-settings.html */
export function seenBy(bot: BotRow, user: ToldUser): ToldUser {
  return bot.seesNoEmails && user.id !== bot.id ? { ...user, email: '' } : user;
}

type ToldUser = (typeof EVERYBODY)[number];

const MADE_AT = 1_570_000_000_000;

/** As the API tells them. */
export const EVERYBODY = [...PEOPLE.map(toldPerson), ...BOTS.map(toldBot)];

function toldPerson({
  id,
  username,
  email,
  first_name,
  last_name,
}: Omit<Person, 'channels' | 'session'>) {
  return {
    id,
    create_at: MADE_AT,
    update_at: MADE_AT,
    delete_at: 0,
    username,
    auth_data: '',
    auth_service: '',
    email,
    nickname: '',
    first_name,
    last_name,
    position: '',
    roles: 'system_user',
    locale: 'en',
    is_bot: false,
    bot_description: '',
  };
}

function toldBot({ id, username, display_name, note }: BotRow) {
  const email = `${username}@localhost`;
  const person = toldPerson({ id, username, email, first_name: display_name, last_name: '' });
  return { ...person, is_bot: true, bot_description: note };
}
