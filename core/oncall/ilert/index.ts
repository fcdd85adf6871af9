import type { OnCallPlatform } from '../platform';
import { actions } from './actions';
import { authenticate } from './auth';
import { capabilities, parse, recognises } from './events';
import { examples } from './example';
import { lists } from './lists';
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
  capabilities,
  actions,
  lists,
  subscription,
  examples,
};
