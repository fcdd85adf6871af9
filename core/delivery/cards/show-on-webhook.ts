import type { WebhookTransport } from '../../chat/platform';
import { ask } from '../../http/steps';
import { sentences } from '../../i18n/index';
import { run } from '../run';
import type { Manned } from './desk';
import { newsOf, renderStory } from './render-news';
import { costOf, later, type Showing, settled } from './showing';
import type { CardRow } from './store';

/** Every announcement is a message of its own; what comes close together is one. */
export const showOnWebhook = async (
  desk: Manned & { readonly way: WebhookTransport },
  row: CardRow,
): Promise<Showing> => {
  const news = newsOf(row).filter(({ announce }) => announce);
  const s = sentences(desk.options?.language);
  if (news.length === 0) {
    return settled(desk, row, { receipt: 'skipped', reasons: [s.skipped.cannotChange] }, {});
  }
  const rendered = renderStory(desk, row, { silent: news.every(({ silent }) => silent) });
  const { way, http, clock } = desk;
  const outcome = await run(ask(way.post(rendered.payload), way.outcome), http, clock);
  const receipt = { ...costOf(rendered), attempts: 1 };
  const posts = row.posts + 1;
  switch (outcome.kind) {
    case 'delivered':
      return settled(desk, row, { ...receipt, receipt: 'posted' }, { posts });
    case 'accepted': {
      const reasons = [s.acceptedOnly(outcome)];
      return settled(desk, row, { ...receipt, receipt: 'posted', reasons }, { posts });
    }
    case 'retry':
      return later(outcome.problem, outcome.afterMs);
    case 'unknown':
      return settled(
        desk,
        row,
        { ...receipt, receipt: 'unknown', problem: outcome.problem },
        { posts },
      );
    default: {
      const { problem } = outcome;
      return settled(desk, row, { ...receipt, receipt: 'failed', pings: [], problem }, { problem });
    }
  }
};
