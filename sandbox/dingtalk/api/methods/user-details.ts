import { textOf } from '../../../judging/shape';
import { type Call, type Method, type Outcome, refused } from '../method';
import { personOf } from '../people';

/** https://open.dingtalk.com/document/development/query-user-details; a mobile needs more permissions. */
export const userDetails: Method = { scope: 'qyapi_get_member', run };

function run({ app, args }: Call): Outcome {
  const userId = textOf(args.userid);
  if (userId === '') return refused('parameter_invalid', 'The userid is missing, or no text.');
  const person = personOf(app, userId);
  if (!person) return refused('user_invalid', `Nobody in the organization is ${userId}.`);
  const result = {
    userid: userId,
    unionid: person.unionId,
    name: person.name,
    dept_id_list: [1],
    active: true,
    admin: person.admin === true,
    boss: false,
    senior: false,
    real_authed: true,
    hide_mobile: false,
    exclusive_account: false,
  };
  return { says: { result } };
}
