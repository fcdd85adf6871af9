import type { ChatId } from '../../core/chat/registry';
import type { Credential } from '../../core/http/types';
import type { Hook } from '../../sandbox/index';
import {
  type MarksUp,
  type Reading,
  readBareMarkdown,
  readCommonMark,
  readMattermost,
  readMrkdwn,
} from './support/links';

/** Where chats may differ; everything else is asked of all of them alike. */
export interface ChatFacts {
  /** An id the field of mentions takes, and that the chat notifies. */
  readonly mention: string;
  /** What a host keeps secret of one of the sandbox's webhooks. */
  readonly credential: (hook: Hook) => Credential;
  /** Parts of such a credential that open nothing: names of a workspace, words all share. */
  readonly open: readonly string[];
  /** The answer to a message that was taken, and what a sender then knows. */
  readonly success: {
    readonly kind: 'delivered' | 'accepted';
    /** Every other status is something else, whatever the body says. */
    readonly statuses: readonly number[];
    readonly body: string;
  };
  /**
   * How the chat says that there were too many messages, where it wants the next one in 7 s:
   * what the sender waits, in ms.
   */
  readonly waitsMs: number;
  /** Codes of the sandbox's refusals that are called otherwise here. */
  readonly problems: Readonly<Record<string, string>>;
  /** What the chat makes of a text with markup, and where it looks for some. */
  readonly read: Reading;
  readonly marksUp: MarksUp;
  /** What would make the chat do more than show a text, and that only this pack may write. */
  readonly commands: RegExp;
}

const webhookUrl = ({ url }: Hook): Credential => ({ webhookUrl: url });

/** A chat of the registry without a line here fails the suite. */
export const CHAT_FACTS: Readonly<Record<string, ChatFacts>> = {
  slack: {
    mention: 'here',
    credential: webhookUrl,
    open: ['T0SANDBOX1', 'B0OPSALERT'],
    success: { kind: 'delivered', statuses: [200], body: 'ok' },
    waitsMs: 7000,
    problems: {},
    read: readMrkdwn,
    marksUp: () => true,
    commands: /<(?:!(?!date\^\d+\^\{)|[@#])/,
  },
  dingtalk: {
    mention: 'all',
    credential: ({ url, secret }) => ({ webhookUrl: url, ...(secret && { secret }) }),
    open: ['/dingtalk/robot/send'],
    success: { kind: 'delivered', statuses: [200], body: '{"errcode":0,"errmsg":"ok"}' },
    waitsMs: 60_000,
    problems: {
      needs_post: 'dingtalk.bad_request',
      bad_content_type: 'dingtalk.bad_request',
      title_missing: 'dingtalk.missing_parameter',
      text_missing: 'dingtalk.missing_parameter',
    },
    read: readBareMarkdown,
    marksUp: (key) => key === 'text',
    commands: /dtmd:|dingtalk:\/\//i,
  },
  teams: {
    mention: 'Ada Lovelace <ada@example.com>',
    credential: webhookUrl,
    open: ['workflows', 'powerautomate', 'automations', '/triggers/manual/run', '2016-06-01'],
    success: { kind: 'accepted', statuses: [200, 202], body: '' },
    waitsMs: 7000,
    problems: {},
    read: readCommonMark,
    marksUp: (_, { type }) => type === 'TextBlock' || type === undefined,
    commands: /<\/?at\b|\{\{(?!(?:DATE|TIME)\(2026-)|\$\{/i,
  },
  mattermost: {
    mention: 'here',
    credential: webhookUrl,
    open: ['mattermost'],
    success: { kind: 'delivered', statuses: [200], body: 'ok' },
    waitsMs: 7000,
    problems: {
      too_large: 'mattermost.decode',
      text: 'mattermost.refused',
      invalid: 'mattermost.refused',
      person: 'mattermost.refused',
      priority: 'mattermost.refused',
      post_type: 'mattermost.refused',
      attachments: 'mattermost.refused',
      user: 'mattermost.forbidden',
      channel_locked: 'mattermost.forbidden',
      permissions: 'mattermost.forbidden',
    },
    read: readMattermost,
    marksUp: (key) => key !== 'fallback' && key !== 'footer',
    commands: /<[!@]|(?<![\p{L}\p{N}])[@＠](?:here|all|channel)\b/iu,
  },
} satisfies Record<ChatId, ChatFacts>;
