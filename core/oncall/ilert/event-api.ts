import type { HttpAnswer } from '../../http/types';
import { failureOf, jsonOf, messageIn, refusalOf } from '../answer';
import { type OnCallRequest, sendJson } from '../api';
import { type Trouble, trouble } from '../trouble';

export const EVENTS = '/events';

export interface EventBody {
  readonly eventType: 'ALERT' | 'ACCEPT' | 'RESOLVE' | 'COMMENT';
  readonly summary: string;
  readonly alertKey: string;
  readonly details?: string;
  readonly priority?: string;
  readonly comments?: readonly { readonly creator: string; readonly content: string }[];
}

/**
 * An event for an alert source, whose key `authenticate` puts in. It reaches an open alert of that
 * source by the alert's key: https://docs.ilert.com/developer-docs/rest-api/api-reference/events
 */
export const tellEvent = (event: EventBody): OnCallRequest => sendJson('POST', EVENTS, event);

/** ilert only says that it took the event: 202. */
export const eventTrouble = (answer: HttpAnswer): Trouble | undefined => {
  const failure = failureOf(answer);
  if (failure !== undefined || 'failed' in answer) return failure;
  if (answer.status < 300) return undefined;
  const said = messageIn(jsonOf(answer));
  return answer.status === 404 ? trouble('unauthorised', said) : refusalOf(answer.status, said);
};
