import { buildCard } from '../../alert/build-card';
import type { AlertState } from '../../alert/state';
import type { Rendered, RenderOptions } from '../../chat/platform';
import type { Manned } from './desk';
import type { CardRow, News } from './store';

/** What the chat does not show yet. */
export const newsOf = ({ news, shown }: CardRow): readonly News[] =>
  news.filter(({ version }) => version > shown);

/** The card as the story stands. `silent`: nobody is called, as by a message that only changes. */
export const renderStory = (desk: Manned, story: AlertState, own: RenderOptions): Rendered => {
  const options = { ...desk.options, ...own };
  const via = desk.way.updates ? 'bot' : 'webhook';
  return desk.platform.render(buildCard(story, options), options, via);
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
  return renderStory(desk, told, { layout: 'compact', silent, mentions });
};
