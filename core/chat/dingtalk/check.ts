import { ask, type Steps } from '../../http/steps';
import type { HttpAnswer } from '../../http/types';
import type { Problem } from '../../problem';
import { apiOutcome } from './api-answer';
import { tokenRequest, tokens } from './token';

type Checked = { readonly name: string; readonly unproven: string } | { readonly problem: Problem };

/** A token proves key and secret; whether robot and template fit, only a message shows. */
export const check = (): Steps<Checked> => ask(tokenRequest, whoWeAre);

const whoWeAre = (answer: HttpAnswer, now: number): Checked => {
  if (tokens.read(answer, now)) return { name: 'the app', unproven: UNPROVEN };
  const outcome = apiOutcome(answer, now);
  return { problem: 'problem' in outcome ? outcome.problem : noToken };
};

const UNPROVEN =
  'Whether its permissions, its robot and the card template fit shows only with a message: use Send Test.';

const noToken: Problem = {
  code: 'dingtalk.no_token',
  message: 'DingTalk gave no access token.',
  hint: 'Check the base URL in the credential, and whether a proxy answers in its place.',
};
