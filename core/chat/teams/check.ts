import { record, text } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import type { HttpAnswer } from '../../http/types';
import type { Problem } from '../../problem';
import { parseJson } from '../json';
import { botOutcome } from './api-answer';
import { tokenIn, tokenRequest } from './token';

type Checked = { readonly name: string; readonly unproven: string } | { readonly problem: Problem };

/** A token proves the app, its secret and its tenant; nothing else can be asked without a message. */
export const check = (): Steps<Checked> => ask(tokenRequest, whoWeAre);

/** The token of an app holds its ID, which is all there is to know about it. */
const appIn = (token: string): string | undefined => {
  try {
    const claims = atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
    return /^[0-9a-f-]{36}$/i.exec(text(record(parseJson(claims)).appid) ?? '')?.[0];
  } catch {
    return undefined;
  }
};

const whoWeAre = (answer: HttpAnswer, now: number): Checked => {
  const token = tokenIn(answer);
  if (token) return { name: `the app ${appIn(token.value) ?? ''}`.trim(), unproven: UNPROVEN };
  const outcome = botOutcome(answer, now);
  return { problem: 'problem' in outcome ? outcome.problem : noToken };
};

const UNPROVEN =
  'Whether Teams takes the app as a bot, and where it is installed, shows only with a message: use Send Test.';

const noToken = {
  code: 'teams.no_token',
  message: 'The login of Microsoft gave no token.',
  hint: 'Check the login URL in the credential, and whether a proxy answers in its place.',
};
