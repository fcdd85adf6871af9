import { errorAnswer } from '../../../sandbox/teams/api/answer';
import { type ErrorCode, errors } from '../../../sandbox/teams/api/errors';
import { loginAnswer } from '../../../sandbox/teams/api/login/answer';
import { type LoginCode, loginErrors } from '../../../sandbox/teams/api/login/errors';
import { TEAM } from '../../../sandbox/teams/api/world';
import type { BotFacts } from './chats';

const CODES: Readonly<Record<ErrorCode, string>> = {
  Unauthorized: 'teams.wrong_tenant',
  NotFound: 'teams.unknown_channel',
  MethodNotAllowed: 'teams.wrong_service_url',
  UnsupportedMediaType: 'teams.wrong_service_url',
  BotNotRegistered: 'teams.bot_not_registered',
  BadArgument: 'teams.bad_request',
  BadSyntax: 'teams.bad_request',
  BotDisabledByAdmin: 'teams.disabled_by_admin',
  BotNotInConversationRoster: 'teams.not_installed',
  ConversationBlockedByUser: 'teams.blocked',
  ForbiddenOperationException: 'teams.not_installed_for_person',
  MessageWritesBlocked: 'teams.writes_blocked',
  ConversationNotFound: 'teams.unknown_channel',
  ActivityNotFoundInConversation: 'teams.message_not_found',
  MemberNotFoundInConversation: 'teams.unknown_person',
  MessageSizeTooBig: 'teams.too_large',
  rate_limited: 'delivery.rate_limited',
};

const LOGIN_CODES: Readonly<Record<LoginCode, string>> = {
  AADSTS900561: 'teams.login_not_understood',
  AADSTS900023: 'teams.unknown_tenant',
  AADSTS90002: 'teams.unknown_tenant',
  AADSTS900144: 'teams.login_not_understood',
  AADSTS70003: 'teams.login_not_understood',
  AADSTS700016: 'teams.unknown_app',
  AADSTS7000216: 'teams.wrong_secret',
  AADSTS7000215: 'teams.wrong_secret',
  AADSTS7000222: 'teams.expired_secret',
  AADSTS1002012: 'teams.login_not_understood',
  AADSTS500011: 'teams.wrong_cloud',
  rate_limited: 'delivery.rate_limited',
};

const refusal = (why: string, bot: string, channel: string, code: string) => ({
  why,
  bot,
  channel,
  code: `teams.${code}`,
});

const OPS = 'Ops alerts';
const PRIYA = '5a4d0b0e-0000-4000-8000-000000410021';

export const teams: BotFacts = {
  able: 'Alertwire',
  credential: ({ baseUrl, credential }) => ({
    clientId: credential.appId ?? '',
    clientSecret: credential.clientSecret ?? '',
    tenantId: credential.tenantId ?? '',
    loginUrl: credential.loginUrl ?? '',
    serviceUrl: baseUrl,
  }),
  /** The IDs of app and tenant are known to everybody who gets a message. */
  open: ['5a4d0b0e-b071-4000-8000-00007e4a4700', '5a4d0b0e-0000-4000-8000-00007e4a4701'],
  channel: OPS,
  other: 'Platform',
  person: {
    id: PRIYA,
    channel: 'Priya Raman',
    name: 'Priya Raman',
    email: { address: 'priya.raman@example.com', mention: `Priya Raman <${PRIYA}>` },
  },
  whisperer: 'Alertwire',
  threads: true,
  gone: 'teams.message_not_found',
  outlived: true,
  refusals: [
    refusal('a deleted secret', 'Rotated', OPS, 'wrong_secret'),
    refusal('an expired secret', 'Expired', OPS, 'expired_secret'),
    refusal('another tenant', 'Elsewhere', OPS, 'wrong_tenant'),
    refusal('an app that is no bot', 'Unregistered', OPS, 'bot_not_registered'),
    refusal('an app that was removed', 'Uninstalled', OPS, 'not_installed'),
    refusal('an app that was switched off', 'Disabled', OPS, 'disabled_by_admin'),
    refusal('a private channel', 'Alertwire', 'Night shift', 'not_installed'),
    refusal('a moderated channel', 'Alertwire', 'Announcements', 'blocked'),
    refusal('a deleted channel', 'Alertwire', 'Launch 2019', 'unknown_channel'),
    refusal('an unknown channel', 'Alertwire', '19:nobody@thread.tacv2', 'unknown_channel'),
    refusal('a name in place of an ID', 'Alertwire', 'Alerts', 'bad_channel_id'),
  ],
  wrongToken: 'teams.wrong_secret',
  says: [
    ...(Object.keys(errors) as ErrorCode[]).map((code) => ({
      ...errorAnswer({ code, reason: 'No.' }),
      code: CODES[code],
    })),
    ...(Object.keys(loginErrors) as LoginCode[]).map((code) => ({
      ...loginAnswer({ code, words: ['x', 'y'] }, 0),
      code: LOGIN_CODES[code],
    })),
  ],
  lists: {
    within: TEAM.id,
    channel: { search: 'platf', name: 'Platform' },
    person: { search: 'raman', id: PRIYA },
  },
};
