import type { OnCallPlatform } from '../platform';
import { actions } from './actions';
import { attribute } from './answer-alert';
import { authenticate } from './auth';
import { check } from './check';
import { checkCredential } from './check-credential';
import { capabilities, parse, recognises } from './events';
import { examples } from './example';
import { lists } from './lists';
import { read } from './read';
import { subscription } from './subscription';
import { verify } from './verify';

export const ilert: OnCallPlatform = {
  id: 'ilert',
  name: 'ilert',
  accepted: 202,
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
