import { buildCard } from '../../alert/build-card';
import type { AlertCard } from '../../alert/card';
import type { AlertState } from '../../alert/state';
import { type ButtonRules, withButtons } from '../../answers/buttons';
import type { Rendered, RenderOptions } from '../../chat/platform';
import type { MessageRef } from '../../http/outcome';
import type { Manned } from './desk';
import type { CardRow, News } from './store';

/** What the chat does not show yet. */
export const newsOf = ({ news, shown }: CardRow): readonly News[] =>
  news.filter(({ version }) => version > shown);

/** The card as the story stands. `silent`: nobody is called, as by a message that only changes. */
export const renderStory = (
  desk: Manned,
  { story, ref }: Pick<CardRow, 'story' | 'ref'>,
  own: RenderOptions,
): Rendered => {
  const options = { ...desk.options, ...own };
  const card = buildCard(story, options);
  const shown = desk.buttons ? withOwnButtons(desk, desk.buttons, card, story, ref) : card;
  return desk.platform.render(shown, options, viaOf(desk));
};

const viaOf = ({ way }: Manned) => (way.updates ? 'bot' : 'webhook');

const withOwnButtons = (
  { way, to, destination, clock, options }: Manned,
  buttons: ButtonRules,
  card: AlertCard,
  story: AlertState,
  ref: MessageRef | undefined,
): AlertCard => {
  const at = ref ?? to;
  const channel = way.updates && at ? way.channelOf?.(at) : undefined;
  const place = { destination, channel };
  return withButtons(card, story, buttons, place, clock.now(), options?.language);
};

/** What one event changed, told by what is known by now. */
export const renderReply = (
  desk: Manned,
  { story }: CardRow,
  { event, silent }: News,
  mentions: readonly string[],
): Rendered => {
  const alert = { ...event.alert, ...story.latest.alert };
  const told = { ...story, latest: { ...event, alert } };
  const options = { ...desk.options, layout: 'compact' as const, silent, mentions };
  return desk.platform.render(buildCard(told, options), options, viaOf(desk));
};
