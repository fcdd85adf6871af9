import type { OnCallPlatform } from '../platform';
import { actions } from './actions';
import { authenticate } from './auth';
import { check } from './check';
import { checkCredential } from './check-credential';
import { attribute } from './comment';
import { capabilities, parse, recognises } from './events';
import { examples } from './example';
import { lists } from './lists';
import { read } from './read';
import { subscription } from './subscription';
import { verify } from './verify';

export const flashduty: OnCallPlatform = {
  id: 'flashduty',
  name: 'Flashduty',
  /** https://docs.flashcat.cloud/en/on-call/integration/webhooks/incident-webhook */
  accepted: 200,
  recognises,
  verify,
  parse,
  authenticate,
  checkCredential,
  check,
  capabilities,
  actions,
  read,
  attribute,
  lists,
  subscription,
  examples,
};
