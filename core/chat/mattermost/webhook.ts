import type { Outcome } from '../../http/outcome';
import {
  type Credential,
  type HttpAnswer,
  type HttpRequest,
  type HttpResponse,
  isFailure,
} from '../../http/types';
import type { Problem } from '../../problem';
import { failureOutcome, quote, statusOutcome } from '../answer';
import type { ChatTransport } from '../platform';
import { webAddress } from '../web-link';
import { mattermostProblem, notFound, notPosted } from './errors';

const request = (payload: object): HttpRequest => ({
  method: 'POST',
  url: '',
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(payload),
});

/** Only `ok` in plain text is success; an error is JSON with an `id`. */
const outcome = (answer: HttpAnswer, now: number): Outcome => {
  if (isFailure(answer)) return failureOutcome(answer, 'Mattermost');
  if (answer.status === 200 && answer.body === 'ok') return { kind: 'delivered' };
  const id = errorId(answer);
  if (answer.status === 500 && id !== undefined) return { kind: 'retry', problem: notPosted };
  const problem = id === undefined ? undefined : mattermostProblem(id, answer.status);
  if (problem) return { kind: 'rejected', problem };
  const general = statusOutcome(withRetryAfter(answer), now, 'Mattermost');
  return general ?? { kind: 'rejected', problem: unexpected(answer, id) };
};

/** The message beside the id is never shown: it holds the key of the webhook. */
const errorId = ({ status, body }: HttpResponse): string | undefined =>
  status >= 400
    ? /^\s*\{\s*"id"\s*:\s*"([a-z0-9_.]{1,100})"/.exec(body.slice(0, 200))?.[1]
    : undefined;

/** The server sends both; seconds that remain, although the documents call them a time. */
const withRetryAfter = ({ headers, ...answer }: HttpResponse): HttpResponse => {
  const reset = headers['x-ratelimit-reset'] ?? '';
  const known = headers['retry-after'] ?? (/^\d{1,4}$/.test(reset) ? reset : undefined);
  return { ...answer, headers: { ...headers, ...(known && { 'retry-after': known }) } };
};

const unexpected = ({ status, body }: HttpResponse, id: string | undefined): Problem =>
  status === 404
    ? notFound
    : {
        code: 'mattermost.unexpected_answer',
        message: `The answer is not one of a Mattermost webhook: HTTP ${status}, ${id ?? (quote(body) || 'empty')}.`,
        hint: 'Check the webhook URL, and whether a proxy or login page answers in place of Mattermost.',
      };

/**
 * The hook is looked up before the channel, and no channel can have this name: a good hook answers
 * that the channel is missing. An empty message would be refused before the hook is looked up.
 */
const PROBE = { text: 'Connection test', channel: 'No such channel: connection test' };

const judge = (answer: HttpAnswer): Problem | undefined => {
  const probed = outcome(answer, 0);
  if (!('problem' in probed)) return posted;
  return probed.problem.code === 'mattermost.channel' ? undefined : probed.problem;
};

const posted: Problem = {
  code: 'mattermost.unexpected_answer',
  message: 'The answer says that a message was posted to a channel that does not exist.',
  hint: 'Check whether this is the address of a Mattermost server.',
};

const HOOK = /\/hooks\/[a-z0-9]{26}$/;
const EXAMPLE = 'https://mattermost.example.com/hooks/… with 26 letters and digits at the end';

const checkCredential = ({ webhookUrl }: Credential): Problem | undefined => {
  const address = webAddress(webhookUrl);
  if (!address) return badUrl('This is not a web address.');
  if (HOOK.test(address.pathname)) return undefined;
  if (/(^|\.)slack\.com$/.test(address.hostname)) return badUrl('This is an address of Slack.');
  return address.pathname.includes('/hooks/')
    ? badUrl('This webhook URL is not complete.')
    : badUrl('This is a page of the site, not an incoming webhook.');
};

const badUrl = (message: string): Problem => ({
  code: 'mattermost.bad_webhook_url',
  message,
  hint: `In Mattermost, open Integrations, Incoming Webhooks and copy the URL of the webhook: ${EXAMPLE}.`,
});

export const webhook: ChatTransport = {
  updates: false,
  post: request,
  outcome,
  probe: {
    request: () => request(PROBE),
    judge,
    unproven: 'Whether it may post to its channel, only a message shows: use Send Test.',
  },
  checkCredential,
  /** Off by default; what is suggested where it is on: https://docs.mattermost.com/administration-guide/configure/rate-limiting-configuration-settings.html */
  rate: { requests: 10, perMs: 1000 },
};
