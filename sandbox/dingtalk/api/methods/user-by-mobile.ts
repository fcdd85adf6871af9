import { textOf } from '../../../judging/shape';
import { type Call, type Method, type Outcome, refused } from '../method';
import { personWithMobile } from '../people';

/** https://open.dingtalk.com/document/development/query-users-by-phone-number */
export const userByMobile: Method = { scope: 'qyapi_get_member_by_mobile', run };

function run({ app, args }: Call): Outcome {
  const mobile = textOf(args.mobile);
  if (mobile === '') return refused('parameter_invalid', 'The mobile is missing, or no text.');
  if (!/^(\+?\d{1,4}-)?\d{5,15}$/.test(mobile)) {
    return refused('mobile_invalid', 'The mobile is no number of a telephone.');
  }
  const person = personWithMobile(app, mobile.replace(/^\+?86-/, ''));
  if (!person) return refused('mobile_unknown', 'Nobody in the organization has this mobile.');
  return { says: { result: { userid: person.userId, exclusive_account_userid_list: [] } } };
}
