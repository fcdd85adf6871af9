import type { Reaction } from '../../people/people';

const ISSUES = 'https://github.com';
const REFERENCE = 'https://docs.slack.dev/reference';
const INTERACTION = 'https://docs.slack.dev/interactivity/handling-user-interaction';
const COMMANDS = 'https://docs.slack.dev/interactivity/implementing-slash-commands';

interface Row {
  /** As people see it, where that is known; else in our words. */
  words(about: string): string;
  source: string;
}

/** What people are shown when what they do does not work. */
const refusals = {
  unknown_person: {
    words: () => 'Nobody here has this id.',
    source: `${REFERENCE}/methods/users.info`,
  },
  unknown_channel: {
    words: (name) => `There is no ${name} here.`,
    source: `${REFERENCE}/methods/conversations.info`,
  },
  not_in_channel: {
    words: (name) => `You are not in ${name}. Join it first.`,
    source: 'https://slack.com/help/articles/205239967-Join-a-channel',
  },
  closed_channel: {
    words: (note) => `You cannot write here. ${note}`,
    source: `${REFERENCE}/methods/chat.postMessage`,
  },
  message_not_found: {
    words: () => 'This message is not there any more.',
    source: `${REFERENCE}/methods/chat.update`,
  },
  not_for_you: {
    words: (name) => `Only ${name} sees this message.`,
    source: `${REFERENCE}/methods/chat.postEphemeral`,
  },
  no_control: {
    words: (name) => `The message has no button or menu ${JSON.stringify(name)}.`,
    source: `${REFERENCE}/block-kit/block-elements`,
  },
  no_option: {
    words: (value) => `The menu has no option ${JSON.stringify(value)}.`,
    source: `${REFERENCE}/block-kit/composition-objects/option-object`,
  },
  not_configured: {
    words: () => 'This app is not configured to handle interactive responses.',
    source: `${ISSUES}/Smana/runlore/pull/236`,
  },
  timeout: {
    words: () => 'Operation timed out. Apps need to respond within three seconds.',
    source: `${ISSUES}/slackapi/node-slack-sdk/issues/2095`,
  },
  status: {
    words: (status) => `This app responded with Status Code ${status}.`,
    source: `${INTERACTION}#acknowledgment_response`,
  },
  unreachable: {
    words: () => 'dispatch_failed',
    source: `${ISSUES}/n8n-io/n8n/issues/17882`,
  },
  not_empty: {
    words: () => 'The app answered with a body; an answer to this has none.',
    source: `${INTERACTION}#acknowledgment_response`,
  },
  no_command: {
    words: (name) =>
      `${name} is not a valid command. In Slack, all messages that start with the “/” character are interpreted as commands.`,
    source: `${COMMANDS}`,
  },
  dispatch_failed: {
    words: (name) => `${name} failed with the error "dispatch_failed"`,
    source: `${ISSUES}/slackapi/bolt-python/issues/951`,
  },
  operation_timeout: {
    words: (name) => `${name} failed with the error "operation_timeout"`,
    source: `${ISSUES}/integrations/slack/issues/352`,
  },
  bad_answer: {
    words: (complaint) => complaint,
    source: `${COMMANDS}#responding_to_commands`,
  },
  no_view: {
    words: () => 'This dialog is not open.',
    source: `${REFERENCE}/methods/views.update`,
  },
  trouble: {
    words: () => 'We had some trouble connecting. Try again?',
    source: `${ISSUES}/slackapi/bolt-python/issues/1318`,
  },
} satisfies Record<string, Row>;

export type ActCode = keyof typeof refusals;

export function refusedAct(code: ActCode, about = ''): Reaction {
  return { ok: false, problem: refusals[code].words(about) };
}
