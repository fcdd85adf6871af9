import type { AlertCard } from '../../alert/card';
import { sentences } from '../../i18n/index';
import { joinTexts } from '../join';
import { lookOf } from '../look';
import type { Mentions } from '../mentions';
import type { Rendered, RenderOptions } from '../platform';
import { shed } from '../shed';
import { fits } from '../size';
import { titleOf } from '../title';
import { buttonsOf } from './buttons';
import { type Block, draw, section } from './draw';
import * as limits from './limits';
import { mentionsOf } from './mentions';
import { message } from './message';
import { line, link, paragraphs, plainText } from './text';

/**
 * What happened, and the buttons, stand in blocks of their own, where a mention notifies and nothing
 * is folded away; the details follow beside the coloured bar, which only attachments have.
 */
export const render = (card: AlertCard, options: RenderOptions): Rendered => {
  const s = sentences(options.language);
  const { emoji, color } = lookOf(card);
  const mentions = mentionsOf(options, card.calls);
  const title = titleOf(card, s, { line, link });
  const happened = line(card.happened, limits.HAPPENED).text;
  const lead = [`${emoji} *${title.text}*`, happened, mentions.tokens.join(' ')];
  const buttons = buttonsOf(card.actions, s);
  const blocks = [section(joinTexts(lead, '\n')), ...buttons.blocks];
  const text = notification(`${emoji} ${card.headline}`, mentions);
  const bar = { color, fallback: plainText(card.headline, limits.NOTIFICATION).text };
  const compose = (details: readonly Block[]) => message(text, blocks, details, bar);

  const pieces = card.body.map((node) => draw(node, { s, layout: card.layout }));
  const { message: fitting, dropped } = shed(pieces, compose, fits);
  return {
    ...fitting,
    dropped: [...title.dropped, ...dropped, ...buttons.dropped, ...mentions.dropped],
    pings: mentions.pings,
  };
};

/** A plain message; the text is data, so nothing in it pings or formats. */
export const renderText = (text: string, options: RenderOptions): Rendered => {
  const s = sentences(options.language);
  const mentions = mentionsOf(options, options.silent !== true);
  const tokens = mentions.tokens.join(' ');
  const limit = limits.SECTION_TEXT - tokens.length - 1;
  const written = paragraphs(text, limit);
  const shown = joinTexts([written.text, tokens], '\n') || s.emptyText;
  return {
    ...message(notification(text, mentions) || s.emptyText, [section(shown)]),
    dropped: [...(written.cut ? [s.dropped.textCut({ at: limit })] : []), ...mentions.dropped],
    pings: mentions.pings,
  };
};

const notification = (sentence: string, { tokens }: Mentions): string =>
  joinTexts([line(sentence, limits.NOTIFICATION).text, ...tokens], ' ');
