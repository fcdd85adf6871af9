import type { Problem } from '../../problem';

type Advice = readonly [message: string, hint: string];

const NEW_WEBHOOK =
  'Create a new webhook (your Slack app → Incoming Webhooks) and put its URL into the credential.';
const ADMIN = 'Ask a workspace admin to allow it, or choose another channel.';
const REPORT = 'Please report this with the alert that caused it (preview shows the message).';

/** https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors */
const ADVICE: Readonly<Record<string, Advice>> = {
  action_prohibited: ['A workspace admin has restricted posting with this webhook.', ADMIN],
  channel_is_archived: [
    'The channel of this webhook is archived.',
    'Unarchive the channel, or create a webhook for another one.',
  ],
  channel_not_found: ['The channel of this webhook no longer exists.', NEW_WEBHOOK],
  invalid_attachments: ['Slack could not read the attachments of the message.', REPORT],
  invalid_blocks: ['Slack could not read the blocks of the message.', REPORT],
  invalid_blocks_format: ['Slack could not read the blocks of the message.', REPORT],
  invalid_payload: ['Slack could not read the message.', REPORT],
  invalid_token: ['The webhook URL is no longer valid.', NEW_WEBHOOK],
  method_not_allowed: [
    'Slack got something else than a message by POST.',
    'Check whether a proxy in between changes requests.',
  ],
  msg_blocks_too_long: ['The message is longer than Slack takes.', REPORT],
  msg_too_long: ['The message is longer than Slack takes.', REPORT],
  no_active_hooks: ['The webhook has been switched off.', NEW_WEBHOOK],
  no_service: ['The webhook has been removed, or its URL is not complete.', NEW_WEBHOOK],
  no_service_id: ['The webhook URL is not complete.', NEW_WEBHOOK],
  no_team: [
    'The workspace of this webhook does not exist, or the URL is not complete.',
    NEW_WEBHOOK,
  ],
  no_text: ['The message was empty.', REPORT],
  posting_to_general_channel_denied: [
    'An admin has restricted who may post to the general channel.',
    ADMIN,
  ],
  team_disabled: [
    'The Slack workspace is not active any more.',
    'Ask the owner of the workspace, or use a webhook of another one.',
  ],
  too_many_attachments: ['The message has more attachments than Slack takes.', REPORT],
  user_not_found: ['The person this webhook writes to no longer exists.', NEW_WEBHOOK],
};

/** Slack's error word as a problem; undefined where the text is no error word. */
export const slackProblem = (word: string): Problem | undefined => {
  if (!/^[a-z]+(_[a-z]+){1,8}$/.test(word) || word.length > 60) return undefined;
  const [message, hint] = Object.hasOwn(ADVICE, word) ? (ADVICE[word] ?? UNLISTED) : UNLISTED;
  return { code: `slack.${word}`, message, hint };
};

const UNLISTED: Advice = [
  'Slack refused the message.',
  'Look the code up at https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks.',
];
