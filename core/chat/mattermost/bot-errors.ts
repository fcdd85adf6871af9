import type { Problem } from '../../problem';

type Advice = readonly [message: string, hint: string];

const REPORT = 'Please report this with the alert that caused it (preview shows the message).';
const LATER = 'Nothing is to be done: a later event of the alert becomes a new message.';
const INVITE =
  'Add the bot to the team (Main menu → Invite People), then type /invite and its username in the channel.';

/** Ours, by the end of the code. */
const ADVICE = {
  archived: ['The channel is archived.', 'Unarchive the channel, or choose another one.'],
  bad_channel: [
    'This names no channel.',
    'Enter the ID of the channel, which View Info shows, or team/channel as in the address bar.',
  ],
  bad_message_ref: [
    'The reference names no post of Mattermost.',
    'Use the messageRef that a sender put into delivery, unchanged.',
  ],
  bad_person: ['This names no person.', 'Enter a username without @, or the ID of a user.'],
  bad_request: ['Mattermost did not understand the request.', REPORT],
  channel_not_found: [
    'There is no such channel, or the bot may not know of it.',
    `Check the channel: its ID is in View Info, team/channel in the address bar. A private channel is only there for its members. ${INVITE}`,
  ],
  edit_window_closed: [
    'The post is too old to be changed on this server.',
    `${LATER} A system admin can lengthen the time: System Console → Site Configuration → Posts.`,
  ],
  mfa_required: [
    'The server asks for multi-factor authentication first.',
    'Use the token of a bot account: bots need none.',
  ],
  no_permission: [
    'The role of the bot does not allow this.',
    'Let a system admin give it the permission (System Console → Permissions), or the role of a member.',
  ],
  not_enabled: [
    'The server has switched this off.',
    'Ask a system admin to switch it on in the System Console.',
  ],
  not_found: [
    'There is no Mattermost API at this address.',
    'Check the base URL: a site below a subpath has it there too, and a proxy must let /api/v4/ through.',
  ],
  not_in_channel: ['The bot is no member of the channel.', INVITE],
  post_not_found: ['The post is not there any more.', LATER],
  priority: [
    'This server takes no posts with a priority.',
    'Set the option Priority to standard; a system admin can switch Message Priority on.',
  ],
  read_only: [
    'Only admins may post to this channel.',
    'Choose another channel, or let a system admin allow it.',
  ],
  restricted_dm: [
    'The server does not let the bot write to this person.',
    'Add the bot to a team of the person, or ask a system admin.',
  ],
  session_expired: [
    'Mattermost does not know the token: it is wrong, was revoked, or the bot was disabled.',
    'In Mattermost, open Integrations, Bot Accounts, check that the bot is enabled, create a new token and put it into the credential.',
  ],
  too_large: [
    'The message is larger than this server or a proxy before it takes.',
    'Ask a system admin to raise Maximum Payload Size, or switch off labels and timeline.',
  ],
  too_long: ['The message is longer than Mattermost takes.', REPORT],
  user_not_found: ['There is no such person on this server.', 'Check the username, without @.'],
  whisper_not_allowed: [
    'The bot may not write what only one person sees.',
    'That takes the permission create_post_ephemeral, which only system admins have unless it is given to a role.',
  ],
} as const satisfies Readonly<Record<string, Advice>>;

type Word = keyof typeof ADVICE;

/** https://github.com/mattermost/mattermost/blob/master/server/i18n/en.json */
const WORDS: Readonly<Record<string, Word>> = {
  'api.channel.create_direct_channel.invalid_user.app_error': 'user_not_found',
  'api.context.404.app_error': 'not_found',
  'api.context.invalid_body_param.app_error': 'bad_request',
  'api.context.invalid_param.app_error': 'bad_request',
  'api.context.invalid_token.error': 'session_expired',
  'api.context.invalid_url_param.app_error': 'bad_request',
  'api.context.mfa_required.app_error': 'mfa_required',
  'api.context.permissions.app_error': 'no_permission',
  'api.context.request_body_too_large.app_error': 'too_large',
  'api.context.session_expired.app_error': 'session_expired',
  'api.context.token_provided.app_error': 'session_expired',
  'api.post.create_post.can_not_post_in_restricted_dm.error': 'restricted_dm',
  'api.post.create_post.can_not_post_to_deleted.error': 'archived',
  'api.post.create_post.channel_root_id.app_error': 'post_not_found',
  'api.post.create_post.root_id.app_error': 'post_not_found',
  'api.post.create_post.town_square_read_only': 'read_only',
  'api.post.delete_post.can_not_delete_post_in_deleted.error': 'archived',
  'api.post.delete_post.not_enabled.app_error': 'not_enabled',
  'api.post.patch_post.can_not_update_post_in_deleted.error': 'archived',
  'api.post.post_priority.priority_post_not_allowed_for_license.request_error': 'priority',
  'api.post.post_priority.priority_post_only_allowed_for_root_post.request_error': 'priority',
  'api.post.update_post.can_not_update_post_in_deleted.error': 'archived',
  'api.post.update_post.find.app_error': 'post_not_found',
  'api.post.update_post.permissions_details.app_error': 'post_not_found',
  'api.post.update_post.permissions_time_limit.app_error': 'edit_window_closed',
  'api.user.get_user_by_email.permissions.app_error': 'no_permission',
  'app.channel.get.existing.app_error': 'channel_not_found',
  'app.channel.get_by_name.missing.app_error': 'channel_not_found',
  'app.channel.get_member.missing.app_error': 'not_in_channel',
  'app.post.get.app_error': 'post_not_found',
  'app.post.save.existing.app_error': 'bad_request',
  'app.team.get_by_name.missing.app_error': 'channel_not_found',
  'app.user.get_by_username.app_error': 'user_not_found',
  'app.user.missing_account.const': 'user_not_found',
  'app.user_access_token.invalid_or_missing': 'session_expired',
  'license_error.feature_unavailable': 'priority',
  'model.post.is_valid.message_length.app_error': 'too_long',
  'model.post.is_valid.msg.app_error': 'too_long',
  'model.post.is_valid.props.app_error': 'too_long',
  'model.post.is_valid.type.app_error': 'bad_request',
};

export const problem = (word: Word): Problem => {
  const [message, hint] = ADVICE[word];
  return { code: `mattermost.${word}`, message, hint };
};

/** What the id of an error says; undefined where nobody has described it. */
export const wordOf = (id: string, status: number): Word | undefined =>
  Object.hasOwn(WORDS, id) ? WORDS[id] : status === 401 ? 'session_expired' : undefined;

const GONE: readonly Word[] = ['post_not_found', 'edit_window_closed'];

/** The message can never be changed any more. */
export const isGone = (word: Word): boolean => GONE.includes(word);

/** `id` as the server names its errors. */
export const unlisted = (id: string): Problem => ({
  code: `mattermost.${id.replaceAll('.', '_')}`,
  message: 'Mattermost refused the request.',
  hint: 'The server log tells the reason: System Console → Reporting → Server Logs.',
});
