import type { Problem } from '../../problem';

type Advice = readonly [message: string, hint: string];

const TOKEN =
  'In your Slack app, open OAuth & Permissions, install the app to the workspace again and put its Bot User OAuth Token into the credential.';
const CHANNEL =
  'Choose another channel, or check its ID: channel details show it at the bottom. A private channel is only there for a bot that was invited: type /invite and its name in the channel.';
const ADMIN = 'Ask a workspace admin to allow it, or choose another channel.';
const REPORT = 'Please report this with the alert that caused it (preview shows the message).';
const MISSING =
  'Nothing is to be done: a later event of the alert becomes a new message. Retention rules and people may delete messages.';
const PROXY = 'Check whether a proxy in between changes requests.';
const BASE = 'Check the base URL in the credential; it is empty, or ends with /api.';
const PERSON = 'Check the ID of the person: the profile shows it under Copy member ID (U…, W…).';
const RELOAD = 'Load the list again.';

const UNREADABLE: Advice = ['Slack could not read the request.', PROXY];
const BLOCKS: Advice = ['Slack could not read the blocks of the message.', REPORT];
const TOO_LONG: Advice = ['The message is longer than Slack takes.', REPORT];
const METADATA: Advice = ['Slack could not read the metadata of the message.', REPORT];
const GONE: Advice = ['The message is not there any more.', MISSING];
const NOBODY: Advice = ['There is no such person in this Slack workspace.', PERSON];
const RESTRICTED: Advice = ['A workspace admin has restricted posting to this channel.', ADMIN];
const BAD_LIST: Advice = ['Slack does not know this part of the list.', RELOAD];

/** https://docs.slack.dev/reference/methods: the errors of chat.*, conversations.* and users.* */
const ADVICE: Readonly<Record<string, Advice>> = {
  access_denied: ['The app may not use this workspace.', ADMIN],
  accesslimited: ['The workspace does not let the app in for now.', ADMIN],
  account_inactive: ['The app was removed from the workspace, or its bot was switched off.', TOKEN],
  as_user_not_supported: UNREADABLE,
  attachment_payload_limit_exceeded: TOO_LONG,
  block_mismatch: BLOCKS,
  cannot_dm_bot: ['A bot cannot write to another bot.', PERSON],
  cannot_reply_to_message: ['Nobody can answer this message.', MISSING],
  cant_delete_message: ['The bot may not delete this message.', MISSING],
  cant_update_message: ['The bot may not change this message: it is not its own.', MISSING],
  channel_not_found: ['The bot can see no such channel.', CHANNEL],
  compliance_exports_prevent_deletion: ['Compliance rules keep this message from deletion.', ADMIN],
  edit_window_closed: ['The message is too old to be changed in this workspace.', MISSING],
  ekm_access_denied: ['An admin has suspended posting with the encryption keys.', ADMIN],
  enterprise_is_restricted: ['The app may not be used in this organization.', ADMIN],
  invalid_arg_name: UNREADABLE,
  invalid_arguments: ['Slack did not understand the request.', REPORT],
  invalid_array_arg: UNREADABLE,
  invalid_attachments: ['Slack could not read the attachments of the message.', REPORT],
  invalid_auth: ['Slack does not know this token.', TOKEN],
  invalid_blocks: BLOCKS,
  invalid_blocks_format: BLOCKS,
  invalid_charset: UNREADABLE,
  invalid_cursor: BAD_LIST,
  invalid_form_data: UNREADABLE,
  invalid_json: UNREADABLE,
  invalid_limit: BAD_LIST,
  invalid_metadata_format: METADATA,
  invalid_metadata_schema: METADATA,
  invalid_post_type: UNREADABLE,
  invalid_thread_ts: [
    'The reference names no message of Slack.',
    'Use the messageRef that a sender put into delivery, unchanged.',
  ],
  invalid_types: BAD_LIST,
  is_archived: ['The channel is archived.', 'Unarchive the channel, or choose another one.'],
  is_inactive: ['The channel is archived.', 'Unarchive the channel, or choose another one.'],
  json_not_object: UNREADABLE,
  markdown_text_conflict: ['Slack did not understand the message.', REPORT],
  message_limit_exceeded: [
    'The workspace has used up its messages.',
    'Ask the owner of the workspace: free plans hold a limited number.',
  ],
  message_not_found: GONE,
  messages_tab_disabled: [
    'The bot takes no direct messages, so it can write none.',
    'In your Slack app, open App Home and switch on the Messages Tab.',
  ],
  metadata_must_be_sent_from_app: ['The token is not that of an app.', TOKEN],
  metadata_too_large: METADATA,
  method_not_supported_for_channel_type: [
    'This cannot be done in a channel of this type.',
    CHANNEL,
  ],
  missing_post_type: UNREADABLE,
  msg_blocks_too_long: TOO_LONG,
  msg_too_long: TOO_LONG,
  no_permission: ['The token may not do this.', TOKEN],
  no_text: ['The message was empty.', REPORT],
  not_allowed_token_type: ['Slack does not take a token of this type here.', TOKEN],
  not_authed: ['No token reached Slack.', `${PROXY} ${TOKEN}`],
  not_in_channel: [
    'The bot is no member of the channel.',
    'Type /invite and the name of the bot in the channel. With the scope channels:join it joins public channels by itself.',
  ],
  org_login_required: ['The workspace is being moved to an organization.', 'Try again later.'],
  restricted_action: RESTRICTED,
  restricted_action_non_threadable_channel: ['Replies are not allowed in this channel.', ADMIN],
  restricted_action_read_only_channel: RESTRICTED,
  restricted_action_thread_locked: ['The thread of this message is locked.', ADMIN],
  restricted_action_thread_only_channel: ['Only replies are allowed in this channel.', ADMIN],
  team_access_not_granted: ['The app was not given access to this workspace.', TOKEN],
  team_not_found: ['The workspace of this token does not exist any more.', TOKEN],
  thread_not_found: GONE,
  token_expired: [
    'The token has expired: tokens of this app are rotated.',
    'Rotation cannot be switched off again for an app: use a token of an app without it, in a new credential.',
  ],
  token_revoked: ['The token was revoked.', TOKEN],
  too_many_attachments: ['The message has more attachments than Slack takes.', REPORT],
  two_factor_setup_required: ['The workspace asks for two-factor authentication first.', ADMIN],
  unknown_method: ['Slack has no such method at this address.', BASE],
  upgrade_required: ['Slack no longer takes the workspace’s old way of access.', TOKEN],
  user_disabled: ['This person has left the workspace.', PERSON],
  user_is_restricted: ['The bot is a guest and may not do this.', ADMIN],
  user_not_found: NOBODY,
  user_not_in_channel: [
    'This person is no member of the channel.',
    'Choose somebody who is in the channel, or write to the person directly.',
  ],
  users_list_not_supplied: NOBODY,
  users_not_found: NOBODY,
};

/** The error word of an answer as a problem. */
export const botProblem = (word: string): Problem => {
  const [message, hint] = Object.hasOwn(ADVICE, word) ? (ADVICE[word] ?? UNLISTED) : UNLISTED;
  return { code: `slack.${word}`, message, hint };
};

const UNLISTED: Advice = [
  'Slack refused the request.',
  'Look the code up at https://docs.slack.dev/reference/methods/chat.postMessage.',
];

/** `needed`: the scopes as Slack names them, one of which may be enough. */
export const missingScope = (needed: string, why = ''): Problem => ({
  code: 'slack.missing_scope',
  message: `The Slack app lacks a scope: ${needed}.`,
  hint: `${why}In your Slack app, open OAuth & Permissions, add it to the Bot Token Scopes and install the app to the workspace again.`,
});

export const notARef: Problem = {
  code: 'slack.bad_message_ref',
  message: 'The reference names no message of Slack.',
  hint: 'Use the messageRef that a sender put into delivery, unchanged.',
};
