import type { AlertCard } from '../../alert/card';
import { sentences } from '../../i18n/index';
import { joinTexts } from '../join';
import { lookOf } from '../look';
import type { Rendered, RenderOptions, TransportId } from '../platform';
import { shed } from '../shed';
import { fits } from '../size';
import { titleOf } from '../title';
import { buttonsOf } from './buttons';
import { draw, type Part } from './draw';
import * as limits from './limits';
import { mentionsOf } from './mentions';
import { attachmentsOf, messageFor, optionsOf } from './message';
import { line, link, paragraphs, plainText } from './text';

/**
 * The message itself says what happened to what: it is what is searched, pushed to phones and never
 * folded. The details follow in attachments beside the coloured bar.
 */
export const render = (card: AlertCard, options: RenderOptions, via?: TransportId): Rendered => {
  const s = sentences(options.language);
  const { emoji, color } = lookOf(card);
  const mentions = mentionsOf(options, card.calls);
  const title = titleOf(card, s, { line, link });
  const happened = line(card.happened, limits.HAPPENED).text;
  const lead = [`${emoji} **${title.text}**`, happened, mentions.tokens.join(' ')];
  const text = joinTexts(lead, '\n');
  const own = optionsOf(options, card.calls);
  const message = messageFor(via);
  const fallback = plainText(`${emoji} ${card.headline}`, limits.NOTIFICATION).text;
  const { buttons, links, dropped: lost } = buttonsOf(card.actions, s);
  const ways = links === '' ? [] : [{ text: links }];
  const compose = (parts: readonly Part[]) =>
    message({
      text,
      attachments: attachmentsOf([...parts, ...ways], color, fallback, buttons),
      ...own,
    });

  const pieces = card.body.map((node) => draw(node, { s, layout: card.layout }));
  const { message: fitting, dropped } = shed(pieces, compose, fits);
  return {
    ...fitting,
    dropped: [...title.dropped, ...dropped, ...lost, ...mentions.dropped],
    pings: mentions.pings,
  };
};

/** A plain message; the text is data, so nothing in it pings or formats. */
export const renderText = (text: string, options: RenderOptions, via?: TransportId): Rendered => {
  const s = sentences(options.language);
  const loud = options.silent !== true;
  const mentions = mentionsOf(options, loud);
  const limit = limits.TEXT;
  const written = paragraphs(text, limit);
  const shown = joinTexts([written.text, mentions.tokens.join(' ')], '\n') || s.emptyText;
  return {
    ...messageFor(via)({ text: shown, ...optionsOf(options, loud) }),
    dropped: [...(written.cut ? [s.dropped.textCut({ at: limit })] : []), ...mentions.dropped],
    pings: mentions.pings,
  };
};
