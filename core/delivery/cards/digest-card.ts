import { buildCard } from '../../alert/build-card';
import type { AlertCard, CardNode, Moment } from '../../alert/card';
import { SEVERITIES } from '../../alert/event';
import type { AlertState } from '../../alert/state';
import { lookOf } from '../../chat/look';
import type { RenderOptions } from '../../chat/platform';
import { sentences } from '../../i18n/index';

/** Lines that stay together when space is short. */
const LINES_TOGETHER = 10;

/** One card for many alerts: a line for each, with how it stands. */
export const digestCard = (stories: readonly AlertState[], options: RenderOptions): AlertCard => {
  const s = sentences(options.language);
  const cards = stories.map((story) => buildCard(story, { ...options, layout: 'compact' }));
  const of = (status: AlertCard['status']) => cards.filter((card) => card.status === status);
  const open = of('open');
  const title = s.digest.title({ count: cards.length });
  const happened = s.digest.standing({
    open: open.length,
    accepted: of('acknowledged').length,
    resolved: of('resolved').length,
  });
  const standing = open.length > 0 ? open : cards;
  return {
    severity:
      SEVERITIES.find((one) => standing.some(({ severity }) => severity === one)) ?? 'unknown',
    status: open[0]?.status ?? of('acknowledged')[0]?.status ?? 'resolved',
    eventType: 'updated',
    layout: 'full',
    title,
    happened,
    headline: s.headline({ happened, title }),
    body: nodesOf(cards.map(lineOf)),
    silent: options.silent === true,
    calls: options.silent !== true && cards.some(({ calls }) => calls),
  };
};

const lineOf = (card: AlertCard): Moment => ({
  text: `${lookOf(card).emoji} ${card.title} · ${card.happened}`,
});

const nodesOf = (lines: readonly Moment[]): readonly CardNode[] => {
  const count = Math.ceil(lines.length / LINES_TOGETHER);
  return Array.from({ length: count }, (_, index): CardNode => {
    const start = index * LINES_TOGETHER;
    const entries = lines.slice(start, start + LINES_TOGETHER);
    const fallback = entries.map(({ text }) => text).join('\n');
    return { kind: 'timeline', shed: count - index, fallback, entries, more: 0 };
  });
};
