import type { OnCallPlatform } from '../platform';
import { accept, comment, resolve } from './answer-alert';
import { addResponder, assign } from './assign';
import { create } from './create';
import { getAlert } from './get';
import { onCall } from './on-call';

/**
 * No call takes back, snoozes, reopens or escalates:
 * https://docs.ilert.com/developer-docs/rest-api/api-reference/alerts
 */
export const actions: OnCallPlatform['actions'] = {
  accept,
  resolve,
  assign,
  'add-responder': addResponder,
  comment,
  create,
  get: getAlert,
  'on-call': onCall,
};
