import type { HttpResponse } from '../../http/types';
import type { Problem } from '../../problem';
import { unexpectedAnswer } from '../answer';
import { loginProblem } from './login-errors';

type Row = readonly [code: string, message: string, hint: string];

const INSTALL =
  'Add the app to the team (Teams → the team → Manage team → Apps) or to the chat; in a private or shared channel, add it to that channel too.';
const REPORT = 'Please report this with the alert that caused it (preview shows the message).';

const WRONG_TENANT: Row = [
  'wrong_tenant',
  'Teams does not take the token of this bot.',
  'The tenant in the credential has to be the one the bot is registered for (Azure Bot → Configuration → App Tenant ID); a bot for many tenants from before August 2025 needs botframework.com.',
];
const UNKNOWN_CHANNEL: Row = [
  'unknown_channel',
  'Teams knows no such channel or chat, or it was deleted.',
  'In Teams: … beside the channel → Copy link, and enter that link as the channel.',
];
const NOT_INSTALLED: Row = ['not_installed', 'The app is not in this team or chat.', INSTALL];
const TOO_LARGE: Row = ['too_large', 'The message is larger than Teams takes.', REPORT];
const BAD_REQUEST: Row = ['bad_request', 'Teams could not read the message.', REPORT];
const FORBIDDEN: Row = ['forbidden', 'The bot may not do this here.', INSTALL];
const UNKNOWN_PERSON: Row = [
  'unknown_person',
  'This person is not in the team or chat, or Teams does not know the ID.',
  'Compare the Microsoft Entra object ID of the person (entra.microsoft.com → Users), and whether the person is a member.',
];

/**
 * https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis
 */
const ROWS: Readonly<Record<string, Row>> = {
  BotNotRegistered: [
    'bot_not_registered',
    'This app is no bot that Teams knows.',
    'Create an Azure Bot with this client ID, and add the channel Microsoft Teams to it (Azure Bot → Channels).',
  ],
  BotNotInConversationRoster: NOT_INSTALLED,
  BotDisabledByAdmin: [
    'disabled_by_admin',
    'An administrator switched this app off for the tenant.',
    'Ask for it in the Teams admin center: Teams apps → Manage apps.',
  ],
  ConversationBlockedByUser: [
    'blocked',
    'Bots may not write here: a person blocked this one, or the moderators of the channel allow none.',
    'The person can unblock the app in Teams; owners of a team set under Manage channel who may post.',
  ],
  MessageWritesBlocked: [
    'writes_blocked',
    'The person blocked or removed the app, so it can no longer write there.',
    'The person can unblock or add the app again in Teams → Apps.',
  ],
  ForbiddenOperationException: [
    'not_installed_for_person',
    'The app is not installed for this person, so the bot cannot write to them.',
    'The person can add the app in Teams → Apps, or an administrator for everybody (Teams admin center → Setup policies).',
  ],
  NotEnoughPermissions: FORBIDDEN,
  ConversationNotFound: UNKNOWN_CHANNEL,
  ActivityNotFoundInConversation: [
    'message_not_found',
    'The message is not there any more.',
    'It was deleted in Teams, or the messageRef is of another message.',
  ],
  MemberNotFoundInConversation: UNKNOWN_PERSON,
  MessageSizeTooBig: TOO_LARGE,
  BadArgument: BAD_REQUEST,
  BadSyntax: BAD_REQUEST,
  InvalidBotApiHost: [
    'wrong_service_url',
    'The bot’s team is in another cloud of Microsoft’s.',
    'Set the service URL of that cloud in the credential; for GCC it is https://smba.infra.gcc.teams.microsoft.com/teams.',
  ],
};

const NO_SERVICE: Row = [
  'wrong_service_url',
  'This address is not the one where Teams takes messages of bots.',
  'Leave the service URL in the credential empty, except in government clouds and in China.',
];

const BY_STATUS: Readonly<Record<number, Row>> = {
  400: BAD_REQUEST,
  401: WRONG_TENANT,
  403: FORBIDDEN,
  404: UNKNOWN_CHANNEL,
  405: NO_SERVICE,
  413: TOO_LARGE,
  415: NO_SERVICE,
};

/** `{"error":{"code":"…"}}`, or `{"errorCode":209,"message":"{…\"subCode\":\"…\"…}"}`. */
export const connectorCode = (body: string): string | undefined => {
  const start = body.slice(0, 2000);
  const [, code] =
    /^\s*\{\s*"error"\s*:\s*\{[^{}]{0,300}?"code"\s*:\s*"(\w{3,60})"/.exec(start) ?? [];
  return code ?? /\\"subCode\\"\s*:\s*\\"(\w{3,60})\\"/.exec(start)?.[1];
};

export const botProblem = (answer: HttpResponse): Problem => {
  const login = loginProblem(answer);
  if (login) return login;
  const code = connectorCode(answer.body);
  const known = code !== undefined && Object.hasOwn(ROWS, code) ? ROWS[code] : undefined;
  const row = known ?? byStatus(answer, code);
  return row ? { code: `teams.${row[0]}`, message: row[1], hint: row[2] } : unexpected(answer);
};

/** Whoever stands in between answers such a status with a page. */
const byStatus = ({ status, body }: HttpResponse, code: string | undefined): Row | undefined =>
  code !== undefined || !/^\s*</.test(body) ? BY_STATUS[status] : undefined;

const unexpected = (answer: HttpResponse): Problem => unexpectedAnswer(answer, TEAMS);

const TEAMS = {
  id: 'teams',
  name: 'Teams',
  whose: 'the service for bots in Teams',
  address: 'service URL and the login URL in the credential',
};
