import type { Outcome } from '../../http/outcome';
import type { HttpResponse } from '../../http/types';
import type { Problem } from '../../problem';
import { judgeBy, readBy, unexpectedAnswer } from '../answer';
import type { WebhookTransport } from '../platform';
import { postJson } from '../request';
import { checkCredential } from './check-credential';
import { slackProblem } from './errors';

/** Only `ok` in plain text is success; everything else is an error word, or not Slack. */
const said = ({ status, body }: HttpResponse): Outcome | undefined =>
  status === 200 && body === 'ok' ? { kind: 'delivered' } : undefined;

const refusal = (answer: HttpResponse): Problem =>
  slackProblem(errorWord(answer)) ?? unexpectedAnswer(answer, SLACK);

const SLACK = { id: 'slack', name: 'Slack', whose: "Slack's" };

const errorWord = ({ status, body }: HttpResponse): string =>
  jsonError(body) ?? (status === 200 ? '' : body.slice(0, 80).trim());

/** `{"ok":false,"error":"…"}`, as Slack's other methods answer, whatever the status. */
const jsonError = (body: string): string | undefined =>
  /^\s*\{\s*"ok"\s*:\s*false\s*,\s*"error"\s*:\s*"([a-z_]{1,60})"/.exec(body.slice(0, 200))?.[1];

const outcome = readBy({ chat: 'Slack', said, refusal });

/** What Slack says to an empty message when the webhook itself is good. */
const GOOD: readonly string[] = ['slack.no_text', 'slack.invalid_payload'];

export const webhook: WebhookTransport = {
  updates: false,
  post: postJson,
  outcome,
  probe: { request: () => postJson({}), judge: judgeBy(outcome, GOOD) },
  checkCredential,
  /** https://docs.slack.dev/apis/web-api/rate-limits */
  rate: { requests: 1, perMs: 1000 },
};
