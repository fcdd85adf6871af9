import type { Outcome } from '../../../http/outcome';
import type { HttpAnswer, HttpResponse } from '../../../http/types';
import type { Problem } from '../../../problem';
import { readBy, unexpectedAnswer } from '../../answer';
import { readBody } from '../../body';
import type { AnswerAddress } from '../../platform';
import { postJson } from '../../request';
import { webAddress } from '../../web-link';
import { SECTION_TEXT } from '../limits';
import { paragraphs } from '../text';

/** https://docs.slack.dev/interactivity/handling-user-interaction and, for GovSlack, https://docs.slack.dev/govslack */
const HOSTS: readonly string[] = ['hooks.slack.com', 'hooks.slack-gov.com'];
const LONGEST = 500;

export const accepts: AnswerAddress['accepts'] = (url, { baseUrl }) => {
  const address = url.length > LONGEST ? undefined : webAddress(url);
  if (address?.username !== '' || address.password !== '') return false;
  if (address.protocol === 'https:' && HOSTS.includes(address.host)) return true;
  return address.origin === webAddress(baseUrl)?.origin;
};

const request: AnswerAddress['request'] = (url, text) => ({
  ...postJson({
    response_type: 'ephemeral',
    replace_original: false,
    text: paragraphs(text, SECTION_TEXT).text,
  }),
  url,
});

const said = ({ status, body }: HttpResponse): Outcome | undefined =>
  status === 200 && (body === 'ok' || readBody(body)?.ok === true)
    ? { kind: 'delivered' }
    : undefined;

const refusal = (answer: HttpResponse): Problem =>
  answer.status === 404 ? GONE : unexpectedAnswer(answer, SLACK);

const SLACK = { id: 'slack', name: 'Slack', whose: "Slack's", address: 'response URL' };

const GONE: Problem = {
  code: 'slack.answer_too_late',
  message: 'Slack takes no more answers to this click or command.',
  hint: 'It takes five within 30 minutes. Answer sooner, or give the app the scope chat:write to answer by its bot.',
};

const read = readBy({ chat: 'Slack', said, refusal });

/** A message that one person sees, without a token: the address is the proof. */
export const address: AnswerAddress = {
  accepts,
  request,
  outcome: (answer: HttpAnswer, now: number) => read(answer, now),
};
