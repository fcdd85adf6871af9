import type { AlertCard } from '../../alert/card';
import { type Sentences, sentences } from '../../i18n/index';
import { joinTexts } from '../join';
import { lookOf } from '../look';
import type { Rendered, RenderOptions, TransportId } from '../platform';
import { shed } from '../shed';
import { titleOf } from '../title';
import { pageButtons, pageLinks } from './buttons';
import { type Block, draw } from './draw';
import * as limits from './limits';
import { type Button, type Links, linksFor } from './link';
import { type Called, mentionsOf, NOBODY_CALLED } from './mentions';
import { fits, message, type Own, ownOf } from './message';
import { renderCard, renderSaid } from './render-bot';
import { BREAK, line, plainText } from './text';

/** A card for an app, a message for a custom robot. */
export const render = (card: AlertCard, options: RenderOptions, via?: TransportId): Rendered =>
  via === 'bot' ? renderCard(card, options) : renderMessage(card, options);

/** A plain message; the text is data, so nothing in it pings or formats. */
export const renderText = (text: string, options: RenderOptions, via?: TransportId): Rendered =>
  via === 'bot' ? renderSaid(text, options) : renderWords(text, options);

/**
 * An ActionCard has real buttons and cannot mention; a Markdown message can mention and has links
 * only: https://open.dingtalk.com/document/robots/custom-robot-access
 */
const renderMessage = (card: AlertCard, options: RenderOptions): Rendered => {
  const s = sentences(options.language);
  const own = ownOf(options);
  const links = linksFor(own.openInBrowser);
  const called = mentionsOf(options, card.calls);
  const button = buttonOf(card, called, own, links);
  const ways = waysOf(card, called, own, links, button);
  const title = titleOf(card, s, { line, ...(!button && { link: links.text }) });
  const heard = button || ways.actions.length > 0 ? NOBODY_CALLED : called;
  const { emoji } = lookOf(card);
  const happened = line(card.happened, limits.HAPPENED).text;
  const lead = [`### ${emoji} ${title.text}`, happened, heard.tokens.join(' ')];
  const head = {
    title: plainText(`${emoji} ${card.headline}`, limits.NOTIFICATION).text,
    lead: joinTexts(lead, '\n\n'),
    at: heard.at,
    keyword: own.keyword,
    ...(button && { button }),
    actions: ways.actions,
    tail: ways.links.join(' · '),
  };

  const room = button ? Math.max(limits.BUTTONS - 1 - ways.actions.length, 0) : 0;
  const around = { s, layout: card.layout, links, buttons: room };
  const pieces = card.body.map((node) => draw(node, around));
  const compose = (blocks: readonly Block[]) => message(head, blocks);
  const { message: fitting, dropped } = shed(pieces, compose, fits);
  return {
    payload: fitting.payload,
    size: fitting.size,
    dropped: [
      ...title.dropped,
      ...dropped,
      ...(ways.missing > 0 ? [s.controls.dropped({ count: ways.missing })] : []),
      ...called.dropped,
      ...unheard(called, heard, s),
    ],
    pings: heard.pings,
  };
};

/** What can be done, as buttons where nobody is to be mentioned, as links otherwise. */
const waysOf = (
  { actions = [] }: AlertCard,
  { tokens }: Called,
  { messageType }: Own,
  links: Links,
  button: Button | undefined,
) => {
  const suits = button !== undefined || messageType === 'actionCard' || tokens.length === 0;
  const asButtons = messageType !== 'markdown' && suits;
  const room = limits.BUTTONS - (button ? 1 : 0);
  const buttons = asButtons ? pageButtons(actions, links).slice(0, room) : [];
  const written = asButtons ? [] : pageLinks(actions, links);
  const missing = actions.length - buttons.length - written.length;
  return { actions: buttons, links: written, missing };
};

const renderWords = (text: string, options: RenderOptions): Rendered => {
  const s = sentences(options.language);
  const own = ownOf(options);
  const called = mentionsOf(options, options.silent !== true);
  const tokens = called.tokens.join(' ');
  const limit = limits.MESSAGE_TEXT - tokens.length - own.keyword.length - 2 * BREAK.length;
  const written = linksFor(own.openInBrowser).paragraphs(text, limit);
  const head = {
    title: plainText(text, limits.NOTIFICATION).text || s.emptyText,
    lead: joinTexts([written.text || s.emptyText, tokens], '\n\n'),
    at: called.at,
    keyword: own.keyword,
  };
  const { payload, size } = message(head);
  return {
    payload,
    size,
    dropped: [...(written.cut ? [s.dropped.textCut({ at: limit })] : []), ...called.dropped],
    pings: called.pings,
  };
};

/** The way to the alert as a button, where the message is to be an ActionCard. */
const buttonOf = (
  { url }: AlertCard,
  { tokens }: Called,
  { messageType }: Own,
  links: Links,
): Button | undefined => {
  if (url === undefined || messageType === 'markdown') return undefined;
  const offered = links.button(url.href, url.text ?? url.href);
  if (offered === undefined) return undefined;
  const suits = messageType === 'actionCard' || (offered.whole && tokens.length === 0);
  return suits ? offered.button : undefined;
};

const unheard = ({ pings }: Called, heard: Called, s: Sentences): readonly string[] =>
  pings.length > heard.pings.length ? [s.dropped.mentions({ count: pings.length })] : [];
