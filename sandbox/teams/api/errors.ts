const DOCS = 'https://learn.microsoft.com/microsoftteams/platform/bots';
const STATUS = `${DOCS}/build-conversational-capability#status-codes-from-bot-conversational-apis`;
const PROACTIVE = `${DOCS}/how-to/conversations/send-proactive-messages`;
const RATE = `${DOCS}/how-to/rate-limit`;

const REST =
  'https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference';
const DENIED = 'https://github.com/MicrosoftDocs/msteams-docs/issues/11153';
const UNKNOWN_ACTIVITY = 'https://github.com/microsoft/BotFramework-Services/issues/269';
const NO_MEMBER = 'https://github.com/microsoft/botbuilder-js/issues/4614';

interface Row {
  status: number;
  /** Undefined where it depends on the scenario. */
  message?: string;
  source: string;
}

/** The connector's errors by its own codes; where it has none, by the reason of the status. */
export const errors = {
  Unauthorized: {
    status: 401,
    message: 'Authorization has been denied for this request.',
    source: DENIED,
  },
  NotFound: { status: 404, message: 'No HTTP resource was found.', source: REST },
  MethodNotAllowed: {
    status: 405,
    message: 'The requested resource does not support this http method.',
    source: REST,
  },
  UnsupportedMediaType: {
    status: 415,
    message: "The request entity's media type is not supported for this resource.",
    source: REST,
  },
  BotNotRegistered: {
    status: 401,
    message: 'No registration found for this bot.',
    source: STATUS,
  },
  BadArgument: { status: 400, source: STATUS },
  BadSyntax: { status: 400, source: REST },
  BotDisabledByAdmin: {
    status: 403,
    message: 'The tenant admin disabled this bot',
    source: STATUS,
  },
  BotNotInConversationRoster: {
    status: 403,
    message: 'The bot is not part of the conversation roster.',
    source: STATUS,
  },
  ConversationBlockedByUser: {
    status: 403,
    message: 'User blocked the conversation with the bot.',
    source: STATUS,
  },
  ForbiddenOperationException: {
    status: 403,
    message: "Bot is not installed in user's personal scope",
    source: STATUS,
  },
  MessageWritesBlocked: {
    status: 403,
    message: 'Thread is blocked from message writes.',
    source: PROACTIVE,
  },

  ConversationNotFound: { status: 404, message: 'Conversation not found.', source: STATUS },
  ActivityNotFoundInConversation: {
    status: 404,
    message: 'Message does not exist in the thread.',
    source: UNKNOWN_ACTIVITY,
  },
  MemberNotFoundInConversation: {
    status: 404,
    message: 'The member was not found in this conversation.',
    source: NO_MEMBER,
  },
  MessageSizeTooBig: { status: 413, message: 'Message size too large.', source: STATUS },
  rate_limited: { status: 429, message: 'Too many requests.', source: RATE },
} as const satisfies Record<string, Row>;

export type ErrorCode = keyof typeof errors;
