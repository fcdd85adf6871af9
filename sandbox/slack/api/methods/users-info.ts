import { apps } from '../apps';
import { type Call, type Method, type Outcome, refused } from '../method';
import { personCalled } from '../people';
import { requiredObjection } from '../required';
import { botObject, userObject } from '../user-object';

/** https://docs.slack.dev/reference/methods/users.info */
export const usersInfo: Method = { scopes: ['users:read'], rate: 'tier4', run };

function run({ app, args }: Call): Outcome {
  const wrong = requiredObjection(args, 'user');
  if (wrong) return { objection: wrong };
  const person = personCalled(String(args.user));
  if (person) return { says: { user: userObject(person, app) } };
  const bot = apps.find(({ userId }) => userId === args.user);
  if (bot) return { says: { user: botObject(bot) } };
  return refused('user_not_found', 'Nobody here has this id.');
}
