import { record, text } from '../../alert/untrusted';
import { parseJson } from '../json';
import type { Rendered } from '../platform';
import { bytesOf } from '../size';
import { CARD_VALUE, NOTIFICATION } from './limits';
import { BREAK } from './text';

type Payload = Rendered['payload'];

/** The variables of the card template, all of them texts: docs/dingtalk-card.md. */
export interface CardParams {
  readonly title: string;
  readonly headline: string;
  readonly status: string;
  readonly severity: string;
  readonly color: string;
  readonly markdown: string;
  readonly link: string;
  readonly linkLabel: string;
  /** An object as JSON each, which is empty where there is no such button. */
  readonly button1: string;
  readonly button2: string;
  readonly button3: string;
  readonly button4: string;
  readonly button5: string;
  readonly lastUpdate: string;
}

/** What a robot says without a card. */
interface RobotMessage {
  readonly msgKey: string;
  /** An object as JSON. */
  readonly msgParam: string;
}

const NOTHING: CardParams = {
  title: '',
  headline: '',
  status: '',
  severity: '',
  color: '',
  markdown: '',
  link: '',
  linkLabel: '',
  button1: '{}',
  button2: '{}',
  button3: '{}',
  button4: '{}',
  button5: '{}',
  lastUpdate: '',
};

/** https://open.dingtalk.com/document/development/robot-message-type */
export const robotMessage = (title: string, markdown: string): RobotMessage => ({
  msgKey: 'sampleMarkdown',
  msgParam: JSON.stringify({ title, text: markdown }),
});

export const isCard = (payload: Payload): boolean => payload.cardData !== undefined;

const paramsOf = ({ cardData }: Payload): CardParams => ({
  ...NOTHING,
  ...(record(record(cardData).cardParamMap) as Partial<CardParams>),
});

const said = ({ msgParam }: Payload) => {
  const { title, text: markdown } = record(parseJson(text(msgParam) ?? ''));
  return { title: text(title) ?? '', markdown: text(markdown) ?? '' };
};

/** Everything a card needs, also of a plain message. */
export const asCard = (payload: Payload): Payload => {
  if (isCard(payload)) return payload;
  const { title, markdown } = said(payload);
  return {
    cardData: { cardParamMap: { ...NOTHING, ...parted(title, markdown) } },
    openSpaceModel: spaceModel(title, false),
  };
};

/** A card shows its title above its words: what stands there already is not said twice. */
const parted = (title: string, markdown: string): Pick<CardParams, 'title' | 'markdown'> => {
  const [first = '', ...others] = markdown.split(BREAK);
  const isTitle = first !== '' && first.length <= NOTIFICATION && !first.includes('](');
  if (!isTitle) return { title, markdown };
  return { title: first, markdown: others.join(BREAK) };
};

/** The words of a card, for where no card is wanted. */
export const asRobotMessage = (payload: Payload): RobotMessage => {
  if (!isCard(payload)) {
    const { title, markdown } = said(payload);
    return robotMessage(title, markdown);
  }
  const { title, headline, markdown, link, linkLabel } = paramsOf(payload);
  const way = link === '' ? '' : `[${linkLabel || link}](${link})`;
  const parts = [`### ${title}`, headline, markdown, way].filter((part) => part !== '');
  return robotMessage(title, parts.join(`${BREAK}${BREAK}`));
};

/** Is a variable longer than DingTalk takes? */
export const isTooLong = (payload: Payload): boolean =>
  Object.values(paramsOf(payload)).some((value) => bytesOf(text(value) ?? '') > CARD_VALUE);

/** What the list of chats and the lock screen say. */
export const spaceModel = (notification: string, silent: boolean) => ({
  supportForward: true,
  lastMessageI18n: { ZH_CN: notification, EN_US: notification },
  notification: { alertContent: notification, notificationOff: silent },
});
