import type { AlertCard } from '../../alert/card';
import { type Sentences, sentences } from '../../i18n/index';
import { lookOf } from '../look';
import { type Mentions, NOBODY, pickMentions } from '../mentions';
import type { Rendered, RenderOptions } from '../platform';
import { shed } from '../shed';
import { type Block, draw, section } from './draw';
import * as limits from './limits';
import { line, link, mention, paragraphs, plainText } from './text';

const mentionRules = { chat: 'Slack', most: limits.MENTIONS, token: mention };

/**
 * What happened stands in blocks of its own, where a mention notifies and nothing is folded away;
 * the details follow beside the coloured bar, which only attachments have.
 */
export const render = (card: AlertCard, options: RenderOptions): Rendered => {
  const s = sentences(options.language);
  const { emoji, color } = lookOf(card);
  const mentions = card.calls ? pickMentions(options, mentionRules) : NOBODY;
  const title = titleOf(card, emoji, s);
  const lead = section(
    [title.text, line(card.happened, limits.HAPPENED).text, mentions.tokens.join(' ')]
      .filter((part) => part !== '')
      .join('\n'),
  );
  const text = notification(`${emoji} ${card.headline}`, mentions);
  const bar = { color, fallback: plainText(card.headline, limits.NOTIFICATION).text };
  const compose = (details: readonly Block[]) => measured(envelope(text, [lead], details, bar));

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
  const mentions = options.silent === true ? NOBODY : pickMentions(options, mentionRules);
  const tokens = mentions.tokens.join(' ');
  const limit = limits.SECTION_TEXT - tokens.length - 1;
  const written = paragraphs(text, limit);
  const shown = [written.text, tokens].filter((part) => part !== '').join('\n');
  const message = envelope(notification(text, mentions), [section(shown || s.emptyText)], []);
  return {
    ...measured(message),
    dropped: [...(written.cut ? [s.dropped.textCut({ at: limit })] : []), ...mentions.dropped],
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
  return { text: `${emoji} *${linked ?? (written.text || s.untitled)}*`, dropped };
};

const notification = (sentence: string, { tokens }: Mentions): string =>
  [line(sentence, limits.NOTIFICATION).text, ...tokens].filter((part) => part !== '').join(' ');

const envelope = (
  text: string,
  blocks: readonly Block[],
  details: readonly Block[],
  bar?: Block,
) => ({
  text,
  blocks,
  ...(details.length > 0 && { attachments: [{ ...bar, blocks: details }] }),
  unfurl_links: false,
  unfurl_media: false,
});

type Measured = Pick<Rendered, 'payload' | 'size'>;

const measured = (payload: Rendered['payload']): Measured => {
  const used = JSON.stringify(payload).length;
  return { payload, size: { used, limit: limits.MESSAGE, unit: 'characters' } };
};

const fits = ({ size }: Measured): boolean => size.used <= size.limit;
