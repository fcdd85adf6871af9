import { cleanLine } from '../clean';
import type { RenderOptions } from '../platform';
import { bytesOf, fits as fitsItself, type Measured, measureBy } from '../size';
import type { Block } from './draw';
import * as limits from './limits';
import type { Button } from './link';
import type { Called } from './mentions';

/** What only this chat's destinations have. */
export interface Own {
  /** `auto`: an ActionCard where there is an alert to open and nobody to mention. */
  readonly messageType: 'auto' | 'markdown' | 'actionCard';
  /** Raw: the robot compares it letter by letter. */
  readonly keyword: string;
  readonly openInBrowser: boolean;
  /** How presses on a card come back. */
  readonly cardCallback: 'stream' | 'http';
}

export const ownOf = ({ own = {} }: RenderOptions): Own => {
  const { messageType, keyword, openInBrowser, cardCallback } = own;
  const named = messageType === 'markdown' || messageType === 'actionCard';
  return {
    messageType: named ? messageType : 'auto',
    keyword: typeof keyword === 'string' ? cleanLine(keyword).slice(0, limits.KEYWORD) : '',
    openInBrowser: openInBrowser === true,
    cardCallback: cardCallback === 'http' ? 'http' : 'stream',
  };
};

export interface Head {
  /** What the list of chats and the lock screen show; never Markdown. */
  readonly title: string;
  readonly lead: string;
  readonly at: Called['at'];
  readonly keyword: string;
  /** Makes the message an ActionCard. */
  readonly button?: Button;
  /** What can be done: the same, and they stand before it. */
  readonly actions?: readonly Button[];
  /** The last line. */
  readonly tail?: string;
}

interface Composed extends Measured {
  /** Units of text a person would have to read. */
  readonly length: number;
}

const measured = measureBy({ count: bytesOf, limit: limits.BODY_BYTES, unit: 'bytes' });

export const message = (head: Head, blocks: readonly Block[] = []): Composed => {
  const texts = blocks.flatMap((block) => ('text' in block ? [block.text] : []));
  const buttons = blocks.flatMap((block) => ('button' in block ? [block.button] : []));
  const tail = head.tail ? [head.tail] : [];
  const text = withKeyword([head.lead, ...texts, ...tail].join('\n\n'), head.keyword);
  const all = [...(head.actions ?? []), ...(head.button ? [head.button] : []), ...buttons];
  const payload =
    head.button || head.actions?.length
      ? actionCard(head.title, text, all)
      : { msgtype: 'markdown', markdown: { title: head.title, text }, at: head.at };
  return { ...measured(payload), length: text.length };
};

export const fits = (composed: Composed): boolean =>
  fitsItself(composed) && composed.length <= limits.MESSAGE_TEXT;

/** One button is the whole card's; several stand below each other. */
const actionCard = (title: string, text: string, btns: readonly Button[]) => {
  const [first, ...more] = btns;
  const single = first && more.length === 0;
  return {
    msgtype: 'actionCard',
    actionCard: single
      ? { title, text, singleTitle: first.title, singleURL: first.actionURL }
      : { title, text, btnOrientation: '0', btns },
  };
};

/** A robot that asks for a keyword refuses every message without it. */
const withKeyword = (text: string, keyword: string): string =>
  text.includes(keyword) ? text : `${text}\n\n${keyword}`;
