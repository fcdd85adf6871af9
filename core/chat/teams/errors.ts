import type { HttpResponse } from '../../http/types';
import type { Problem } from '../../problem';
import { unexpectedAnswer } from '../answer';

type Advice = readonly [message: string, hint: string];

const ANYONE =
  'In the flow, open the trigger, set “Who can trigger the flow?” to Anyone, save, and copy the URL again: it ends with &sig=….';
const COPY_AGAIN =
  'Copy the whole URL again from the trigger of the flow, and put it into the credential.';
const NEW_FLOW =
  'Create the workflow again (channel → Workflows → “Send webhook alerts to a channel”), and put its URL into the credential.';
const SWITCH_ON = 'Switch the flow on in Power Automate; if it was deleted, create it again.';
const REPORT = 'Please report this with the alert that caused it (preview shows the message).';
const TEMPLATE =
  'Use the template “Send webhook alerts to a channel”: its trigger takes a message with attachments.';

const TENANT_ONLY: Advice = ['The flow does not take this URL from anyone.', ANYONE];
const BAD_SIGNATURE: Advice = ['The signature in the webhook URL is not valid.', COPY_AGAIN];
const GONE: Advice = ['The flow of this webhook no longer exists.', NEW_FLOW];
const TOO_LARGE: Advice = ['The message is larger than the flow takes.', REPORT];

/** As Power Automate names them: https://learn.microsoft.com/power-automate/error-reference */
const ADVICE: Readonly<Record<string, Advice>> = {
  DirectApiAuthorizationRequired: TENANT_ONLY,
  DirectApiInvalidAuthorizationScheme: TENANT_ONLY,
  MisMatchingOAuthClaims: TENANT_ONLY,
  AuthorizationFailed: BAD_SIGNATURE,
  InvalidRequestContent: ['The flow could not read the message.', REPORT],
  MethodNotAllowed: [
    'The trigger of the flow takes no POST requests.',
    'In the flow, open the trigger and set its method to POST.',
  ],
  RequestEntityTooLarge: TOO_LARGE,
  TriggerInputSchemaMismatch: ['The flow expects another kind of message.', TEMPLATE],
  WorkflowNotFound: GONE,
  WorkflowTriggerIsNotEnabled: ['The flow of this webhook is switched off or deleted.', SWITCH_ON],
  WorkflowTriggerNotFound: GONE,
};

/** Where the answer has no code, or one that is not listed. */
const BY_STATUS: Readonly<Record<number, readonly [code: string, ...Advice]>> = {
  400: ['bad_request', 'The flow refused the message.', TEMPLATE],
  401: ['unauthorized', ...TENANT_ONLY],
  403: ['forbidden', 'A policy keeps this flow from running.', 'Ask the Power Platform admin.'],
  404: ['flow_not_found', ...GONE],
  410: ['flow_not_found', ...GONE],
  413: ['too_large', ...TOO_LARGE],
};

/** `{"error":{"code":"…","message":"…"}}` */
export const errorCode = (body: string): string | undefined =>
  /^\s*\{\s*"error"\s*:\s*\{\s*"code"\s*:\s*"([A-Za-z]{3,60})"/.exec(body.slice(0, 400))?.[1];

export const teamsProblem = (answer: HttpResponse): Problem => {
  const code = errorCode(answer.body);
  const [fallback, ...advice] = BY_STATUS[answer.status] ?? [];
  const known = code !== undefined && Object.hasOwn(ADVICE, code) ? ADVICE[code] : undefined;
  const told = known ?? (advice.length === 2 ? (advice as Advice) : undefined);
  if (told) return { code: `teams.${code ?? fallback}`, message: told[0], hint: told[1] };
  const unexpected = unexpectedAnswer(answer, TEAMS);
  return code === undefined ? unexpected : { ...unexpected, code: `teams.${code}` };
};

const TEAMS = { id: 'teams', name: 'Teams', whose: 'a Teams workflow' };
