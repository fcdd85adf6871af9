import type { OnCallPlatform } from '../platform';
import { addResponder, assign, escalate } from './assign';
import { comment } from './comment';
import { create } from './create';
import { getIncident } from './get';
import { onCall } from './on-call';
import { accept, reopen, resolve, snooze, unaccept } from './states';

/** https://docs.flashcat.cloud/en/openapi: the calls below /incident */
export const actions: OnCallPlatform['actions'] = {
  accept,
  unaccept,
  resolve,
  reopen,
  snooze,
  assign,
  'add-responder': addResponder,
  escalate,
  comment,
  create,
  get: getIncident,
  'on-call': onCall,
};
