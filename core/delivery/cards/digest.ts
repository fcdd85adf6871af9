import { digest as digestOf } from '../../alert/digest';
import type { Rendered } from '../../chat/platform';
import type { MessageRef, Outcome } from '../../http/outcome';
import { ask } from '../../http/steps';
import { sentences } from '../../i18n/index';
import type { Receipt } from '../receipt';
import { run } from '../run';
import type { BotDesk, Manned } from './desk';
import { digestCard } from './digest-card';
import { newsOf } from './render-news';
import { costOf, later, type Showing, settled } from './showing';
import type { CardRow } from './store';

/** More lines nobody reads. */
const MOST_LINES = 60;
/** Alerts that come later than this after each other are told apart. */
const SPAN_MS = 10 * 60_000;

/** Rows that were dealt with in one message; the others are still pending. */
export interface Digested {
  readonly rows: readonly CardRow[];
  readonly showing: (row: CardRow) => Showing;
}

/** Shows alerts line by line in one message of its own, as many as fit. */
export const postDigest = async (desk: Manned, pending: readonly CardRow[]): Promise<Digested> => {
  const { rows, rendered } = fitting(desk, [], pending.slice(0, MOST_LINES));
  const { way } = desk;
  if (!way.updates) {
    const steps = ask(way.post(rendered.payload), way.outcome);
    return judged(desk, rows, rendered, await run(steps, desk.http, desk.clock), {});
  }
  const bot = desk as BotDesk;
  const key = digestOf(desk.destination, desk.clock.now(), desk.clock.random()).slice(0, 32);
  const outcome = await run(way.post(rendered.payload, bot.to, key), desk.http, desk.clock);
  return judged(desk, rows, rendered, outcome, { digest: key });
};

/** Adds alerts to a digest that is there, or brings it up to date. */
export const updateDigest = async (
  desk: BotDesk,
  listed: readonly CardRow[],
  added: readonly CardRow[],
): Promise<Digested> => {
  const { rows, rendered } = fitting(desk, listed, added);
  const { ref, digest = '' } = listed.find((row) => row.ref !== undefined) ?? {};
  if (!ref) return postDigest(desk, [...listed, ...added]);
  const outcome = await run(desk.way.update(rendered.payload, ref), desk.http, desk.clock);
  if (outcome.kind === 'gone') return postDigest(desk, [...listed, ...added]);
  return judged(desk, rows, rendered, outcome, { digest, ref });
};

/** Has a digest a line left, and is it recent enough? */
export const hasRoom = (listed: readonly CardRow[], now: number): boolean =>
  listed.length < MOST_LINES && listed.every(({ shownAt = now }) => now - shownAt < SPAN_MS);

/** As many of the added ones as the message holds, never fewer than one in all. */
const fitting = (
  desk: Manned,
  listed: readonly CardRow[],
  added: readonly CardRow[],
): { readonly rows: readonly CardRow[]; readonly rendered: Rendered } => {
  const least = render(desk, [...listed, ...added].slice(0, 1)).dropped.length;
  for (
    let count = Math.min(added.length, MOST_LINES - listed.length);
    ;
    count = Math.floor(count / 2)
  ) {
    const rows = [...listed, ...added.slice(0, count)];
    const rendered = render(desk, rows);
    if (rendered.dropped.length <= least || count <= 1) return { rows, rendered };
  }
};

const render = (desk: Manned, rows: readonly CardRow[]): Rendered => {
  const fresh = rows.filter(({ posts }) => posts === 0).flatMap(newsOf);
  const silent = fresh.every((news) => news.silent || !news.announce);
  const options = { ...desk.options, silent };
  const card = digestCard(
    rows.map(({ story }) => story),
    options,
  );
  return desk.platform.render(card, options, desk.way.updates ? 'bot' : 'webhook');
};

const judged = (
  desk: Manned,
  rows: readonly CardRow[],
  rendered: Rendered,
  outcome: Outcome,
  place: { readonly digest?: string; readonly ref?: MessageRef },
): Digested => {
  const s = sentences(desk.options?.language);
  const reasons = [s.delivered.inDigest({ count: rows.length })];
  const receipt = { ...costOf(rendered), attempts: 1, reasons };
  const showing = (row: CardRow): Showing => {
    if (outcome.kind === 'retry') return later(outcome.problem, outcome.afterMs);
    if (outcome.kind === 'unknown') return later(outcome.problem);
    if ('problem' in outcome) {
      const { problem } = outcome;
      return settled(desk, row, { ...receipt, receipt: 'failed', problem }, { problem });
    }
    const ref = place.ref ?? (outcome.kind === 'delivered' ? outcome.ref : undefined);
    const merged: Pick<Receipt, 'receipt'> & Partial<Receipt> = {
      ...receipt,
      receipt: 'merged',
      ...(ref && { messageRef: ref }),
    };
    return settled(desk, row, merged, {
      posts: Math.max(1, row.posts),
      ...(ref && { ref }),
      ...(place.digest !== undefined && ref && { digest: place.digest }),
    });
  };
  return { rows, showing };
};
