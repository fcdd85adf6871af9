import type { Outcome } from '../../http/outcome';
import type { HttpRequest, HttpResponse } from '../../http/types';
import { readBy } from '../answer';
import type { WebhookTransport } from '../platform';
import { postJson } from '../request';
import { checkCredential } from './check-credential';
import { errorCode, teamsProblem } from './errors';

/** Without the charset, emoji break on the way. */
const request = (payload: object): HttpRequest => postJson(payload, 'UTF-8');

/**
 * 202 comes before the flow runs, 200 from a flow with a Response action: either way only its run
 * history knows whether the card was posted.
 */
const said = (answer: HttpResponse): Outcome | undefined => {
  if (isTaken(answer)) return { kind: 'accepted', reason: TAKEN };
  const unanswered = errorCode(answer.body) === 'NoResponse';
  return unanswered ? { kind: 'unknown', problem: noResponse } : undefined;
};

const TAKEN =
  'the workflow accepted it; whether the card was posted shows in the run history of the flow';

const isTaken = ({ status, body }: HttpResponse): boolean =>
  (status === 202 || status === 200) && !/^\s*(?:<|\{\s*"error")/.test(body.slice(0, 200));

/** A flow with a Response action that it never reached: it ran, so trying again could post twice. */
const noResponse = {
  code: 'teams.NoResponse',
  message: 'The flow ran, but did not answer.',
  hint: 'Look into the run history of the flow. Without a Response action it answers at once.',
};

/** No probe: everything a workflow takes makes it run. */
export const webhook: WebhookTransport = {
  updates: false,
  post: request,
  outcome: readBy({ chat: 'Microsoft Teams', said, refusal: teamsProblem }),
  checkCredential,
  /** https://learn.microsoft.com/connectors/teams/#throttling-limits: 100 calls in 60 s. */
  rate: { requests: 100, perMs: 60_000, burst: 10 },
};
