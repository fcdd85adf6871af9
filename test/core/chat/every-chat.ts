import type { Rendered, RenderOptions } from '../../../core/chat/platform';
import type { ChatId } from '../../../core/chat/registry';
import * as dingtalk from './dingtalk-rules';
import * as mattermost from './mattermost-rules';
import * as slack from './slack-rules';
import * as teams from './teams-rules';

type Payload = Rendered['payload'];

/** Where the messages of chats differ; everything else is asked of all of them alike. */
export interface MessageFacts {
  /** What breaks a rule of the chat's documents. */
  readonly flaws: (payload: Payload) => readonly unknown[];
  /** Whom the message would notify, once for each place that names them. */
  readonly mentions: (payload: Payload) => readonly string[];
  /** What is seen at a glance: the symbol, and the colour where there is one. */
  readonly look: (payload: Payload) => string;
  /** How the chat counts the size of a message. */
  readonly count: (json: string) => number;
  /** An id the chat knows. */
  readonly mention: string;
  /** The message in each of its forms; the first one can mention. */
  readonly forms: readonly RenderOptions[];
  /** The longest description, in characters. */
  readonly description: string;
}

interface Coloured {
  readonly text: string;
  readonly attachments: readonly { readonly color: string }[];
}

const colouredLook = (payload: Payload): string => {
  const { text, attachments } = payload as unknown as Coloured;
  return `${text.slice(0, 2)} ${attachments[0].color}`;
};

const headOf = (payload: Payload) => {
  const { summary, attachments } = payload as unknown as teams.TeamsMessage;
  return { summary, card: attachments[0].content };
};

interface At {
  readonly atMobiles: readonly string[];
  readonly atUserIds: readonly string[];
  readonly isAtAll: boolean;
}

const calledBy = ({ at }: Payload): readonly string[] => {
  if (at === undefined) return [];
  const { atMobiles, atUserIds, isAtAll } = at as At;
  return [...atMobiles, ...atUserIds, ...(isAtAll ? ['all'] : [])];
};

export const MESSAGE_FACTS: Readonly<Record<ChatId, MessageFacts>> = {
  slack: {
    flaws: slack.messageFlaws,
    mentions: (payload) => slack.stringsOf(payload).flatMap(([, text]) => slack.mentionsIn(text)),
    look: colouredLook,
    count: (json) => json.length,
    mention: 'here',
    forms: [{}],
    description: '1,200',
  },
  teams: {
    flaws: teams.messageFlaws,
    mentions: (payload) => (headOf(payload).card.msteams.entities ?? []).map(({ text }) => text),
    look: (payload) => {
      const { summary, card } = headOf(payload);
      return `${summary.slice(0, 2)} ${card.body[0]?.style}`;
    },
    count: (json) => Buffer.byteLength(json),
    mention: 'Ada Lovelace <ada@example.com>',
    forms: [{}],
    description: '2,000',
  },
  mattermost: {
    flaws: mattermost.messageFlaws,
    mentions: mattermost.mentionsIn,
    look: colouredLook,
    count: (json) => [...json].length,
    mention: 'here',
    forms: [{}],
    description: '2,000',
  },
  dingtalk: {
    flaws: dingtalk.messageFlaws,
    mentions: (payload) => {
      const { text, title } = dingtalk.shownOf(payload);
      return [...dingtalk.mentionsIn(text + title), ...calledBy(payload)];
    },
    look: (payload) => dingtalk.shownOf(payload).title.slice(0, 2),
    count: (json) => Buffer.byteLength(json),
    mention: 'all',
    forms: [{ own: { messageType: 'markdown' } }, {}],
    description: '1,200',
  },
};
