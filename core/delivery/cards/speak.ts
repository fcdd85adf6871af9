import { digest } from '../../alert/digest';
import type { MessageRef } from '../../http/outcome';
import { sentences } from '../../i18n/index';
import type { Receipt } from '../receipt';
import { run } from '../run';
import { mentionsFor } from './call-people';
import type { BotDesk } from './desk';
import { newsOf, renderReply } from './render-news';
import type { CardRow, News } from './store';

/** Says below a changed card what an edit tells nobody. What it adds to the receipt. */
export const speak = async (
  desk: BotDesk,
  row: CardRow,
  ref: MessageRef,
): Promise<Partial<Receipt>> => {
  const reasons: string[] = [];
  const pings: string[] = [];
  const told = spokenOf(desk, row);
  for (const news of told) {
    const mentions = news.silent ? [] : await mentionsFor(desk, [news]);
    const rendered = renderReply(desk, row, news, mentions);
    const key = digest(row.destination, news.event.id).slice(0, 32);
    const outcome = await run(desk.way.reply(rendered.payload, ref, key), desk.http, desk.clock);
    const s = sentences(desk.options?.language);
    if ('problem' in outcome)
      reasons.push(s.delivered.replyFailed({ why: outcome.problem.message }));
    else pings.push(...rendered.pings);
  }
  const spoke = pings.length > 0 || (told.length > 0 && reasons.length === 0);
  return { ...(spoke && { receipt: 'replied' as const }), pings, reasons };
};

/** Of several that matter the newest; none where by now nobody has to act any more. */
const spokenOf = ({ mode = 'reply' }: BotDesk, row: CardRow): readonly News[] => {
  const news = newsOf(row).filter(({ announce }) => announce);
  if (mode === 'thread') return news;
  if (mode !== 'reply') return [];
  const last = news.findLast(({ matters, silent }) => matters && !silent);
  const stands = row.story.latest.alert.status === 'open' || last?.event.id === row.story.latest.id;
  return last && stands ? [last] : [];
};
