import { refuse, tell } from './answer';
import { BOTS, type BotRow } from './bots';
import type { Method } from './call';
import { PEOPLE, type Person } from './world';

/** `GET /users/{user_id}`; `me` is the bot itself. */
export const getUser: Method = ({ params }) => answer((user) => user.id === params.user_id);

/** `GET /users/email/{email}` */
export const getUserByEmail: Method = ({ params }) =>
  answer((user) => user.email === params.email?.toLowerCase());

/** `GET /users/username/{username}` */
export const getUserByUsername: Method = ({ params }) => {
  const found = EVERYBODY.find((user) => user.username === params.username?.toLowerCase());
  if (found) return tell(found);
  const reason = 'Nobody has this name.';
  return refuse({ id: 'app.user.get_by_username.app_error', reason });
};

function answer(isMeant: (user: (typeof EVERYBODY)[number]) => boolean) {
  const found = EVERYBODY.find(isMeant);
  if (found) return tell(found);
  return refuse({ id: 'app.user.missing_account.const', reason: 'There is no such account.' });
}

const MADE_AT = 1_570_000_000_000;

/** As the API tells them. */
export const EVERYBODY = [...PEOPLE.map(toldPerson), ...BOTS.map(toldBot)];

function toldPerson({ id, username, email, first_name, last_name }: Person) {
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
