import type { AlertCard } from '../../alert/card';
import type { Severity } from '../../alert/event';
import { sentences } from '../../i18n/index';
import { type Look, lookOf } from '../look';
import type { Rendered, RenderOptions, TransportId } from '../platform';
import { shed } from '../shed';
import { titleOf } from '../title';
import { buttonsOf } from './buttons';
import { type Block, draw, openUrl, prose, rawText, textBlock } from './draw';
import * as limits from './limits';
import { type Mentioned, mentionsOf } from './mentions';
import { fits, message } from './message';
import { type Link, line, link, paragraphs } from './text';

/**
 * The head stands on the colour of how bad it is and leads to the alert; what helps follows, and
 * what can be done, and the links, are buttons at the end, under the thumb.
 */
export const render = (
  card: AlertCard,
  options: RenderOptions,
  via: TransportId = 'webhook',
): Rendered => {
  const s = sentences(options.language);
  const look = lookOf(card);
  const mentioned = mentionsOf(options, card.calls);
  const alert = card.url && link(card.url.href, card.url.text ?? card.url.href, limits.BUTTON);
  const title = titleOf(card, s, { line });
  const head = headOf(card, look, mentioned, title.text, alert);
  const summary = line(`${look.emoji} ${card.headline}`, limits.NOTIFICATION).text;
  const room = limits.ACTIONS - (alert ? 1 : 0);
  const { actions, missing } = buttonsOf(card.actions ?? [], via, room);
  const compose = (details: readonly Block[]) =>
    message([head, ...details], alert, summary, mentioned, via, actions);

  const around = { s, layout: card.layout, buttons: limits.ACTIONS - 1 - actions.length };
  const pieces = card.body.map((node) => draw(node, around));
  const { message: fitting, dropped } = shed(pieces, compose, fits);
  return {
    payload: fitting.payload,
    size: fitting.size,
    dropped: [
      ...title.dropped,
      ...(card.url && !alert ? [s.dropped.alertLink] : []),
      ...dropped,
      ...(missing > 0 ? [s.controls.dropped({ count: missing })] : []),
      ...mentioned.dropped,
    ],
    pings: mentioned.pings,
  };
};

/** A plain message; the text is data, so nothing in it pings or formats. */
export const renderText = (
  text: string,
  options: RenderOptions,
  via: TransportId = 'webhook',
): Rendered => {
  const s = sentences(options.language);
  const mentioned = mentionsOf(options, options.silent !== true);
  const summary = line(text, limits.NOTIFICATION).text || s.emptyText;
  const attempt = (at: number) => {
    const { text: shown, cut } = paragraphs(text, at);
    const body = [prose(shown || s.emptyText), ...callTo(mentioned)];
    const dropped = [...(cut ? [s.dropped.textCut({ at })] : []), ...mentioned.dropped];
    return { dropped, ...message(body, undefined, summary, mentioned, via) };
  };
  const [longest, ...shorter] = limits.MESSAGE_TEXTS;
  let rendered = attempt(longest);
  for (const at of shorter) if (!fits(rendered)) rendered = attempt(at);
  const { payload, size, dropped } = rendered;
  return { payload, size, dropped, pings: mentioned.pings };
};

/** https://adaptivecards.io/explorer/Container.html */
const STYLES: Readonly<Record<Severity, string>> = {
  critical: 'attention',
  high: 'warning',
  warning: 'warning',
  info: 'accent',
  unknown: 'emphasis',
};

const styleOf = ({ status, eventType, severity }: AlertCard): string => {
  if (eventType === 'test') return 'emphasis';
  if (status === 'resolved') return 'good';
  return status === 'acknowledged' ? 'accent' : STYLES[severity];
};

const headOf = (
  card: AlertCard,
  { emoji }: Look,
  mentioned: Mentioned,
  title: string,
  alert: Link | undefined,
): Block => ({
  type: 'Container',
  style: styleOf(card),
  bleed: true,
  ...(alert && { selectAction: openUrl(alert.label, alert.url) }),
  items: [
    rawText(`${emoji} ${title}`, { size: 'Medium', weight: 'Bolder' }),
    rawText(line(card.happened, limits.HAPPENED).text, {}, { spacing: 'Small' }),
    ...callTo(mentioned),
  ],
});

const callTo = ({ text }: Mentioned): readonly Block[] => (text === '' ? [] : [textBlock(text)]);
