import type { SigningKeys } from '../../../answers/keys';
import type { Outcome } from '../../../http/outcome';
import { ask, type Steps } from '../../../http/steps';
import { tellApi } from '../../api';
import { apiReads } from '../api-answer';
import { CALLBACK_ROUTE } from '../posting';
import { cardSecret } from './signatures';

/**
 * Tells DingTalk where presses on cards go, and what to sign them with: made from the signing key,
 * and known to DingTalk alone.
 * https://open.dingtalk.com/document/development/register-card-callback-address
 */
export const register = (url: string, keys: SigningKeys): Steps<Outcome> =>
  ask(
    tellApi('POST', '/v1.0/card/callbacks/register', {
      callbackRouteKey: CALLBACK_ROUTE,
      callbackUrl: url,
      apiSecret: cardSecret(keys),
      forceUpdate: true,
    }),
    apiReads(({ success }) => (success === true ? { kind: 'delivered' } : undefined)),
  );
