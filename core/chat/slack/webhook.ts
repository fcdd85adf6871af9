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
import { slackProblem } from './errors';

const request = (payload: object): HttpRequest => ({
  method: 'POST',
  url: '',
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(payload),
});

/** Only `ok` in plain text is success; everything else is an error word, or not Slack. */
const outcome = (answer: HttpAnswer, now: number): Outcome => {
  if (isFailure(answer)) return failureOutcome(answer, 'Slack');
  if (answer.status === 200 && answer.body === 'ok') return { kind: 'delivered' };
  return statusOutcome(answer, now, 'Slack') ?? { kind: 'rejected', problem: refusal(answer) };
};

const refusal = ({ status, body }: HttpResponse): Problem =>
  slackProblem(jsonError(body) ?? (status === 200 ? '' : body.slice(0, 80).trim())) ?? {
    code: 'slack.unexpected_answer',
    message: `The answer is not one of Slack's: HTTP ${status}, ${quote(body) || 'empty'}.`,
    hint: 'Check the webhook URL, and whether a proxy or login page answers in place of Slack.',
  };

/** `{"ok":false,"error":"…"}`, as Slack's other methods answer, whatever the status. */
const jsonError = (body: string): string | undefined =>
  /^\s*\{\s*"ok"\s*:\s*false\s*,\s*"error"\s*:\s*"([a-z_]{1,60})"/.exec(body.slice(0, 200))?.[1];

/** What Slack says to an empty message when the webhook itself is good. */
const GOOD: readonly string[] = ['slack.no_text', 'slack.invalid_payload'];

const judge = (answer: HttpAnswer): Problem | undefined => {
  const probed = outcome(answer, 0);
  return 'problem' in probed && !GOOD.includes(probed.problem.code) ? probed.problem : undefined;
};

const HOOK_HOSTS: readonly string[] = ['hooks.slack.com', 'hooks.slack-gov.com'];
const EXAMPLE = 'https://hooks.slack.com/services/…';

const checkCredential = ({ webhookUrl }: Credential): Problem | undefined => {
  const address = webAddress(webhookUrl);
  if (!address) return notAnAddress;
  const { hostname, pathname, protocol } = address;
  if (HOOK_HOSTS.includes(hostname)) {
    const hook = /^\/(services|workflows|triggers)\/[^/]+\/[^/]+/.test(pathname);
    return hook && protocol === 'https:' ? undefined : notComplete;
  }
  return /(^|\.)slack(-gov)?\.com$/.test(hostname) ? notAWebhook : undefined;
};

const badUrl = (message: string, hint: string): Problem => ({
  code: 'slack.bad_webhook_url',
  message,
  hint,
});
const notAnAddress = badUrl(
  'This is not a web address.',
  `Copy the whole webhook URL from Slack; it starts with ${EXAMPLE}`,
);
const notComplete = badUrl(
  'This webhook URL is not complete.',
  `Copy the whole webhook URL from Slack; it starts with ${EXAMPLE}`,
);
const notAWebhook = badUrl(
  'This is a page of Slack, not an incoming webhook.',
  `In your Slack app, open Incoming Webhooks and copy the URL that starts with ${EXAMPLE}`,
);

export const webhook: ChatTransport = {
  updates: false,
  post: request,
  outcome,
  probe: { request: () => request({}), judge },
  checkCredential,
  /** https://docs.slack.dev/apis/web-api/rate-limits */
  rate: { requests: 1, perMs: 1000 },
};
