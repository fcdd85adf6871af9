import type { Outcome } from '../../../http/outcome';
import type { HttpResponse } from '../../../http/types';
import type { Problem } from '../../../problem';
import { readBy, unexpectedAnswer } from '../../answer';
import type { AnswerAddress } from '../../platform';
import { postJson } from '../../request';
import { webAddress } from '../../web-link';
import { CALLBACK, TEXT } from '../limits';
import { paragraphs } from '../text';

/** Every server has an address of its own: only that of the credential is good. */
export const accepts: AnswerAddress['accepts'] = (url, { baseUrl }) => {
  const address = url.length > CALLBACK ? undefined : webAddress(url);
  if (address?.username !== '' || address.password !== '') return false;
  return address.origin === webAddress(baseUrl)?.origin;
};

/** What one person sees, as the answer to a command has it. */
export const privately = (text: string) => ({
  response_type: 'ephemeral',
  text: paragraphs(text, TEXT).text,
  skip_slack_parsing: true,
});

const said = ({ status }: HttpResponse): Outcome | undefined =>
  status === 200 ? { kind: 'delivered' } : undefined;

/** The server says the same to an old address, a used one and one that never was. */
const refusal = (answer: HttpResponse): Problem =>
  [400, 404].includes(answer.status) ? TOO_LATE : unexpectedAnswer(answer, MATTERMOST);

const MATTERMOST = {
  id: 'mattermost',
  name: 'Mattermost',
  whose: "Mattermost's",
  address: 'response URL',
};

const TOO_LATE: Problem = {
  code: 'mattermost.answer_too_late',
  message: 'Mattermost takes no more answers to this command.',
  hint: 'It takes five within 30 minutes. Answer sooner.',
};

/** https://docs.mattermost.com/developers/integrate/slash-commands/custom */
export const address: AnswerAddress = {
  accepts,
  request: (url, text) => ({ ...postJson(privately(text)), url }),
  outcome: readBy({ chat: 'Mattermost', said, refusal }),
};
