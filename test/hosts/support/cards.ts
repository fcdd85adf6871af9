import type { Message } from '../../../sandbox/index';

/** The cards among messages; in DingTalk, where nothing can be replied to, a reply is a message of the robot. */
export const cardsOf = (messages: readonly Message[]): readonly Message[] =>
  messages.filter(({ replyTo, payload }) => replyTo === null && !('msgKey' in Object(payload)));

export const allMessages = async (sandboxUrl: string): Promise<readonly Message[]> =>
  (await fetch(`${sandboxUrl}/inspect/messages`)).json();

/** Where the cards are, one word for each chat and channel. */
export const placesOf = (messages: readonly Message[]): readonly string[] =>
  messages.map(({ platform, channel }) => `${platform} ${channel}`).sort();

/** Where the example brings what is high. */
export const FOUR_CHATS = [
  'dingtalk On call',
  'mattermost ops-alerts',
  'slack #ops-alerts',
  'teams Ops alerts',
];

/** A card that was posted, then changed, and shows that the alert is resolved. */
export const isResolved = ({ text, history }: Message): boolean =>
  text.startsWith('✅') && history.length > 1;
