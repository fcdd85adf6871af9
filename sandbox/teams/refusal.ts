import { jsonText } from '../judging/answers';
import { type Objection as AnyObjection, refuser } from '../judging/refusal';

const ERRORS = 'https://learn.microsoft.com/power-automate/error-reference';
const TRIGGER = 'https://learn.microsoft.com/power-automate/oauth-authentication';
const CONNECTOR = 'https://learn.microsoft.com/connectors/teams/';
const CARDS =
  'https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format';
const ACTIONS =
  'https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-reference';
const SCHEMA = 'https://adaptivecards.io/explorer/';

interface Row {
  /** Undefined where the sender is told nothing: the flow runs, and fails. */
  status?: number;
  source: string;
}

/** Power Automate's error codes; and in the flow's own run those of the card it posts. */
const refusals = {
  WorkflowNotFound: { status: 404, source: ERRORS },
  WorkflowTriggerIsNotEnabled: { status: 400, source: ERRORS },
  DirectApiAuthorizationRequired: { status: 401, source: TRIGGER },
  AuthorizationFailed: { status: 401, source: TRIGGER },
  MethodNotAllowed: { status: 405, source: ERRORS },
  InvalidRequestContent: { status: 400, source: ERRORS },
  TriggerInputSchemaMismatch: { status: 400, source: ERRORS },
  rate_limited: { status: 429, source: CONNECTOR },
  ExpressionEvaluationFailed: { source: ERRORS },
  BotNotInConversationRoster: { source: CONNECTOR },
  InvalidCard: { source: SCHEMA },
  UnsupportedAction: { source: ACTIONS },
  MentionMismatch: { source: `${CARDS}#mention-support-within-adaptive-cards` },
  MessageSizeExceeded: { source: CONNECTOR },
} as const satisfies Record<string, Row>;

export type RefusalCode = keyof typeof refusals;

export type Objection = AnyObjection<RefusalCode>;

/** 202 without a body, before the flow runs. */
export const ACCEPTED = { status: 202, body: '' };

export const refuse = refuser<RefusalCode, Row>(
  refusals,
  ({ status }, { code, reason, headers }) =>
    status === undefined
      ? ACCEPTED
      : errorAnswer(status, code === 'rate_limited' ? 'TooManyRequests' : code, reason, headers),
);

export function errorAnswer(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
) {
  return jsonText(status, { error: { code, message } }, headers);
}
