import { type Mentions, NOBODY, pickMentions } from '../mentions';
import type { RenderOptions } from '../platform';
import * as limits from './limits';

/** https://open.dingtalk.com/document/robots/custom-robot-access */
interface At {
  readonly atMobiles: readonly string[];
  readonly atUserIds: readonly string[];
  readonly isAtAll: boolean;
}

export interface Called extends Mentions {
  readonly at: At;
}

const EVERYBODY = 'all';

/** Eleven digits, also as `+86 138 0013 8000`; abroad as `+971-501234567`. */
const MOBILE = /^(?:\d{11}|\+\d{1,4}-?\d{5,14})$/;
const USER_ID = /^[A-Za-z0-9][\w.@-]{0,63}$/;

/** As DingTalk writes a number: without spaces, and without the country code inside China. */
const asWritten = (mention: string): string => {
  const compact = mention
    .trim()
    .replace(/^@/, '')
    .replace(/[\s()]/g, '');
  const digits = compact.replace(/(?!^\+)[^\d]/g, '');
  if (!/^\+?[\d-]+$/.test(compact)) return mention.trim().replace(/^@/, '');
  return /^(?:\+?86)?(\d{11})$/.exec(digits)?.[1] ?? compact;
};

const token = (id: string): string | undefined => {
  if (id === EVERYBODY) return '@所有人';
  return MOBILE.test(id) || USER_ID.test(id) ? `@${id}` : undefined;
};

const rules = { chat: 'DingTalk', most: limits.MENTIONS, token };

/** Numbers of telephones are personal: their middle stays out of receipts. */
const masked = (text: string): string =>
  text.replace(/\d[\d\s-]{5,}\d/g, (number) => `${number.slice(0, 3)}****${number.slice(-4)}`);

export const NOBODY_CALLED: Called = {
  ...NOBODY,
  at: { atMobiles: [], atUserIds: [], isAtAll: false },
};

/** Whom a message calls: a name works only where it stands in `at` and in the text. */
export const mentionsOf = (options: RenderOptions, calls: boolean): Called => {
  if (!calls) return NOBODY_CALLED;
  const mentions = (options.mentions ?? []).map(asWritten);
  const { tokens, pings, dropped } = pickMentions({ ...options, mentions }, rules);
  const atMobiles = pings.filter((id) => MOBILE.test(id));
  const atUserIds = pings.filter((id) => id !== EVERYBODY && !MOBILE.test(id));
  return {
    tokens,
    pings: pings.map((id) => (MOBILE.test(id) ? masked(id) : id)),
    dropped: dropped.map(masked),
    at: { atMobiles, atUserIds, isAtAll: pings.includes(EVERYBODY) },
  };
};
