import type { AlertCard } from '../../alert/card';
import { type Sentences, sentences } from '../../i18n/index';
import { lookOf } from '../look';
import { NOBODY, pickMentions } from '../mentions';
import type { Rendered, RenderOptions } from '../platform';
import { shed } from '../shed';
import { draw, type Part } from './draw';
import { attachmentsOf, fits, measured, optionsOf } from './envelope';
import * as limits from './limits';
import { line, link, mention, paragraphs, plainText } from './text';

const mentionRules = { chat: 'Mattermost', most: limits.MENTIONS, token: mention };

/**
 * The message itself says what happened to what: it is what is searched, pushed to phones and never
 * folded. The details follow in attachments beside the coloured bar.
 */
export const render = (card: AlertCard, options: RenderOptions): Rendered => {
  const s = sentences(options.language);
  const { emoji, color } = lookOf(card);
  const mentions = card.calls ? pickMentions(options, mentionRules) : NOBODY;
  const title = titleOf(card, emoji, s);
  const text = lines(
    title.text,
    line(card.happened, limits.HAPPENED).text,
    mentions.tokens.join(' '),
  );
  const own = optionsOf(options, card.calls);
  const fallback = plainText(`${emoji} ${card.headline}`, limits.SUMMARY).text;
  const compose = (parts: readonly Part[]) =>
    measured({ text, attachments: attachmentsOf(parts, color, fallback), ...own });

  const pieces = card.body.map((node) => draw(node, s, card.layout));
  const { message, dropped } = shed(pieces, compose, fits);
  return {
    ...message,
    dropped: [...title.dropped, ...dropped, ...mentions.dropped],
    pings: mentions.pings,
  };
};

/** A plain message; the text is data, so nothing in it pings or formats. */
export const renderText = (text: string, options: RenderOptions): Rendered => {
  const s = sentences(options.language);
  const loud = options.silent !== true;
  const mentions = loud ? pickMentions(options, mentionRules) : NOBODY;
  const written = paragraphs(text, limits.TEXT);
  const shown = lines(written.text, mentions.tokens.join(' ')) || s.emptyText;
  return {
    ...measured({ text: shown, ...optionsOf(options, loud) }),
    dropped: [
      ...(written.cut ? [s.dropped.textCut({ at: limits.TEXT })] : []),
      ...mentions.dropped,
    ],
    pings: mentions.pings,
  };
};

const titleOf = (card: AlertCard, emoji: string, s: Sentences) => {
  const linked = card.url && link(card.url.href, card.title, limits.TITLE);
  const written = line(card.title, limits.TITLE);
  const dropped = [
    ...(written.cut ? [s.dropped.titleCut({ at: limits.TITLE })] : []),
    ...(card.url && !linked ? [s.dropped.alertLink] : []),
  ];
  return { text: `${emoji} **${linked ?? (written.text || s.untitled)}**`, dropped };
};

const lines = (...all: readonly string[]): string => all.filter((one) => one !== '').join('\n');
