import type { AlertCard, CardNode } from '../../alert/card';
import { type Sentences, sentences } from '../../i18n/index';
import { lookOf } from '../look';
import type { Rendered, RenderOptions } from '../platform';
import { type Piece, type Shed, shed } from '../shed';
import { bytesOf, fits, measureBy } from '../size';
import { titleOf } from '../title';
import { buttonParamsOf } from './buttons';
import { type CardParams, robotMessage, spaceModel } from './card';
import { type Block, draw } from './draw';
import * as limits from './limits';
import { type Links, linksFor } from './link';
import { type Called, mentionsOf } from './mentions';
import { ownOf } from './message';
import { line, plainText } from './text';

/** The card's variables; the template says how they look. */
export const renderCard = (card: AlertCard, options: RenderOptions): Rendered => {
  const s = sentences(options.language);
  const own = ownOf(options);
  const links = linksFor(own.openInBrowser);
  const called = mentionsOf(options, card.calls);
  const { emoji, color } = lookOf(card);
  const title = titleOf(card, s, { line: plainText });
  const button = card.url && links.button(card.url.href, card.url.text ?? card.url.href)?.button;
  const body = button ? card.body.map(withoutLink) : card.body;
  const buttons = buttonParamsOf(card.actions ?? [], links);
  const { message: markdown, dropped } = bodyOf({ ...card, body }, links, s);
  const cardParamMap: CardParams = {
    title: plainText(`${emoji} ${title.text}`, limits.CARD_LINE).text,
    headline: line(card.happened, limits.CARD_LINE).text,
    status: card.status,
    severity: card.severity,
    color,
    markdown,
    link: button?.actionURL ?? '',
    linkLabel: button?.title ?? '',
    ...buttons.params,
    lastUpdate: lastUpdateOf(card.body),
  };
  const notification = plainText(`${emoji} ${card.headline}`, limits.NOTIFICATION).text;
  const { atUserIds, pings, unheard } = callsOf(called);
  return {
    payload: {
      cardData: { cardParamMap },
      openSpaceModel: spaceModel(notification, card.silent),
      ...(Object.keys(atUserIds).length > 0 && { atUserIds }),
      ...(own.cardCallback === 'http' && { callbackType: 'HTTP' }),
    },
    size: { used: bytesOf(markdown), limit: limits.CARD_VALUE, unit: 'bytes' },
    dropped: [
      ...title.dropped,
      ...(card.url && !button ? [s.dropped.alertLink] : []),
      ...dropped,
      ...(buttons.missing > 0 ? [s.controls.dropped({ count: buttons.missing })] : []),
      ...called.dropped,
      ...(unheard > 0 ? [s.dropped.mentions({ count: unheard })] : []),
    ],
    pings,
  };
};

/** The way to the alert has a variable of its own. */
const withoutLink = (node: CardNode): CardNode =>
  node.kind === 'footer'
    ? { ...node, parts: node.parts.filter(({ href }) => href === undefined) }
    : node;

const fitsValue = (markdown: string): boolean => bytesOf(markdown) <= limits.CARD_VALUE;

const compose = (blocks: readonly Block[]): string =>
  blocks.flatMap((block) => ('text' in block ? [block.text] : [])).join('\n\n');

/** One variable holds it all: a shorter description may leave the rest of the card its place. */
const bodyOf = ({ body, layout }: AlertCard, links: Links, s: Sentences): Shed<string> => {
  const around = { s, layout, links, buttons: 0, part: limits.CARD_PART };
  const drawn = (description: number) => body.map((node) => draw(node, { ...around, description }));
  const [longest, ...shorter] = limits.CARD_DESCRIPTIONS;
  let pieces = drawn(longest);
  for (const limit of shorter) if (!allFit(pieces)) pieces = drawn(limit);
  return shed(pieces, compose, fitsValue);
};

const allFit = (pieces: readonly Piece<Block>[]): boolean =>
  fitsValue(compose(pieces.flatMap(({ blocks }) => blocks)));

/** When the newest thing happened that the card tells of. */
const lastUpdateOf = (body: readonly CardNode[]): string => {
  const times = body.flatMap((node) => {
    if (node.kind === 'timeline') return node.entries.flatMap(({ time }) => time ?? []);
    return node.kind === 'footer' ? node.parts.filter(({ at }) => at !== undefined) : [];
  });
  const [newest] = times.sort((one, other) => (other.at ?? '').localeCompare(one.at ?? ''));
  return newest ? plainText(newest.value, limits.MOMENT).text : '';
};

/** A card calls members by user ID: https://open.dingtalk.com/document/development/create-and-deliver-cards */
const callsOf = ({ at, pings }: Called) => {
  const atUserIds: Readonly<Record<string, string>> = at.isAtAll
    ? { '@ALL': '@ALL' }
    : Object.fromEntries(at.atUserIds.map((id) => [id, id]));
  const heard = [...(at.isAtAll ? ['all'] : []), ...at.atUserIds];
  return { atUserIds, pings: heard, unheard: pings.length - heard.length };
};

const measured = measureBy({ count: bytesOf, limit: limits.ROBOT_BYTES, unit: 'bytes' });

/** What a robot says by itself names nobody: there is no way to. */
export const renderSaid = (text: string, options: RenderOptions): Rendered => {
  const s = sentences(options.language);
  const { pings, dropped } = mentionsOf(options, options.silent !== true);
  const links = linksFor(ownOf(options).openInBrowser);
  const title = plainText(text, limits.NOTIFICATION).text || s.emptyText;
  const attempt = (limit: number) => {
    const { text: words, cut } = links.paragraphs(text, limit);
    const message = measured({ ...robotMessage(title, words || s.emptyText) });
    return { ...message, cutAt: cut ? limit : undefined };
  };
  const [longest, ...shorter] = limits.ROBOT_TEXTS;
  let said = attempt(longest);
  for (const limit of shorter) if (!fits(said)) said = attempt(limit);
  return {
    payload: said.payload,
    size: said.size,
    dropped: [
      ...(said.cutAt === undefined ? [] : [s.dropped.textCut({ at: said.cutAt })]),
      ...dropped,
      ...(pings.length > 0 ? [s.dropped.mentions({ count: pings.length })] : []),
    ],
    pings: [],
  };
};
