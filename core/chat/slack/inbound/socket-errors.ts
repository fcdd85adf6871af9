import type { Problem } from '../../../problem';

const WHERE =
  'In your Slack app, open Basic Information, App-Level Tokens, create a token with the scope connections:write and put it into the credential: xapp-…';

export const noAppToken: Problem = {
  code: 'slack.no_app_token',
  message: 'There is no app-level token, which Socket Mode needs.',
  hint: WHERE,
};

/** Words that are about the token, which is another one here than everywhere else. */
const TOKENS: readonly string[] = [
  ...['invalid_auth', 'not_authed', 'not_allowed_token_type', 'missing_scope', 'token_revoked'],
  ...['account_inactive', 'token_expired', 'no_permission'],
].map((word) => `slack.${word}`);

/** A problem with opening a connection. */
export const socketProblem = (problem: Problem): Problem =>
  TOKENS.includes(problem.code)
    ? { ...problem, message: 'Slack does not take the app-level token.', hint: WHERE }
    : problem;

export const badSocket: Problem = {
  code: 'slack.unexpected_answer',
  message: 'The address for the connection is none of Slack’s.',
  hint: 'Check the base URL in the credential, and whether a proxy answers in place of Slack.',
};
