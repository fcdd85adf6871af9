import { textOf } from '../../../judging/shape';
import { type Call, type Method, type Outcome, refused } from '../method';
import { people } from '../people';
import { requiredObjection } from '../required';
import { userObject } from '../user-object';

/** https://docs.slack.dev/reference/methods/users.lookupByEmail */
export const usersLookupByEmail: Method = { scopes: ['users:read.email'], rate: 'tier3', run };

function run({ app, args }: Call): Outcome {
  const wrong = requiredObjection(args, 'email');
  if (wrong) return { objection: wrong };
  const email = textOf(args.email).trim().toLowerCase();
  const person = people.find((one) => one.email === email && !one.deactivated);
  if (!person) return refused('users_not_found', 'Nobody here has this address.');
  return { says: { user: userObject(person, app) } };
}
