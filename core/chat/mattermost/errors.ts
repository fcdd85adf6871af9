import type { Problem } from '../../problem';

type Advice = readonly [message: string, hint: string];

const NEW_WEBHOOK =
  'Create a new webhook (Mattermost → Integrations → Incoming Webhooks) and put its URL into the credential.';
const REPORT = 'Please report this with the alert that caused it (preview shows the message).';
const CHANNEL =
  'Check the option Channel: it takes the name in the address bar, not the displayed one. If it is empty, the channel of the webhook was deleted.';

/**
 * The middle of `web.incoming_webhook.….app_error`:
 * https://github.com/mattermost/mattermost/blob/master/server/channels/app/webhook.go
 */
const ADVICE: Readonly<Record<string, Advice>> = {
  channel: ['The channel does not exist.', CHANNEL],
  channel_locked: [
    'This webhook may only post to its own channel.',
    'Leave the option Channel empty, or edit the webhook in Mattermost and unlock it.',
  ],
  decode: [
    'Mattermost could not read the message, or it is larger than the server takes.',
    `${REPORT} A system admin can raise Maximum Payload Size.`,
  ],
  disabled: [
    'Incoming webhooks are switched off on this Mattermost server.',
    'Ask a system admin to enable them: System Console → Integrations → Integration Management.',
  ],
  forbidden: [
    'The webhook may not post to this channel.',
    'Either it is locked to its own channel, or its owner is no member of the private channel or has been deactivated. Leave the option Channel empty, or let a member create the webhook.',
  ],
  invalid: [
    'Mattermost does not know this webhook: it was deleted, or its URL is wrong.',
    NEW_WEBHOOK,
  ],
  parse: ['Mattermost could not read the message.', REPORT],
  permissions: [
    'The owner of the webhook is no member of this private channel.',
    'Add the owner to the channel, or let a member create the webhook.',
  ],
  refused: [
    'Mattermost refused the webhook: most often it was deleted, or its URL is wrong.',
    `${NEW_WEBHOOK} Where the option Channel names a person, check the username first.`,
  ],
  split_props_length: ['The message is longer than Mattermost takes.', REPORT],
  text: ['The message was empty.', REPORT],
  too_large: [
    'The message is larger than this server or a proxy before it takes.',
    'Ask a system admin to raise Maximum Payload Size, or switch off labels and timeline.',
  ],
  user: [
    'The person this message is for is unknown, or the owner of the webhook is gone.',
    `Check the username in the option Channel. ${NEW_WEBHOOK}`,
  ],
};

/** Since version 9 the server keeps the reason to itself and tells the status only. */
const GENERAL: Readonly<Record<number, string>> = {
  400: 'refused',
  403: 'forbidden',
  404: 'channel',
  413: 'too_large',
  501: 'disabled',
};

/** Names other servers and older versions use for the same. */
const ALIAS: Readonly<Record<string, string>> = {
  'app.channel.get.existing.app_error': 'channel',
  'model.incoming_hook.parse_data.app_error': 'decode',
  'api.context.request_body_too_large.app_error': 'too_large',
};

/** The error of an answer as a problem; undefined where it is none of the webhook's. */
export const mattermostProblem = (id: string, status: number): Problem | undefined => {
  const word = ALIAS[id] ?? /^web\.incoming_webhook\.(\w{1,40})\.app_error$/.exec(id)?.[1];
  if (word === undefined) return undefined;
  const known = word === 'general' ? GENERAL[status] : word;
  if (known === undefined) return undefined;
  const [message, hint] = Object.hasOwn(ADVICE, known) ? (ADVICE[known] ?? UNLISTED) : UNLISTED;
  return { code: `mattermost.${known}`, message, hint };
};

const UNLISTED: Advice = [
  'Mattermost refused the message.',
  'The server log tells the reason: System Console → Reporting → Server Logs.',
];

/** A post that could not be made: trouble with the database, or a channel that takes none. */
export const notPosted: Problem = {
  code: 'http.server_error',
  message: 'Mattermost could not make the post (HTTP 500).',
  hint: 'If it stays so, the channel is archived or read-only. The server log tells the reason: System Console → Reporting → Server Logs.',
};

/** A page that is missing, which no webhook of Mattermost's says in this way. */
export const notFound: Problem = {
  code: 'mattermost.not_found',
  message: 'There is no Mattermost webhook at this address (HTTP 404).',
  hint: 'Copy the whole webhook URL again: a site below a subpath has it in the URL too, and a proxy must let POST /hooks/ through.',
};
