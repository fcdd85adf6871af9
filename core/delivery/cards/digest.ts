import { digest as digestOf } from '../../alert/digest';
import type { Rendered, WebhookTransport } from '../../chat/platform';
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
/** What comes in another span of time gets a message of its own. */
const SPAN_MS = 10 * 60_000;

/** Rows that were dealt with in one message; the others are still pending. */
export interface Digested {
  readonly rows: readonly CardRow[];
  readonly showing: (row: CardRow) => Showing;
}

/** Shows alerts line by line in one message, as many as fit: in the newest one that has room. */
export const showTogether = async (
  desk: Manned,
  pending: readonly CardRow[],
): Promise<Digested> => {
  const { way, store, destination, clock } = desk;
  if (!way.updates) return postOnWebhook({ ...desk, way }, pending);
  const bot = desk as BotDesk;
  for (let count = 0; ; count += 1) {
    const name = `${Math.floor(clock.now() / SPAN_MS)}.${count}`;
    const listed = await store.listed(destination, name);
    const fit = fitting(desk, listed, pending);
    if (listed.length === 0) return postLines(bot, name, fit);
    if (fit.rows.length > listed.length) return changeLines(bot, name, listed, fit);
  }
};

/** Brings a digest up to date. */
export const updateDigest = async (desk: BotDesk, name: string): Promise<Digested> => {
  const listed = await desk.store.listed(desk.destination, name);
  return changeLines(desk, name, listed, fitting(desk, listed, []));
};

interface Fit {
  readonly rows: readonly CardRow[];
  readonly rendered: Rendered;
}

const postOnWebhook = async (
  desk: Manned & { readonly way: WebhookTransport },
  pending: readonly CardRow[],
): Promise<Digested> => {
  const { way, http, clock } = desk;
  const { rows, rendered } = fitting(desk, [], pending);
  const outcome = await run(ask(way.post(rendered.payload), way.outcome), http, clock);
  return judged(desk, rows, rendered, outcome, {});
};

/** The key is that of its lines: the same ones again make no second message, where the chat can tell. */
const postLines = async (
  desk: BotDesk,
  name: string,
  { rows, rendered }: Fit,
): Promise<Digested> => {
  const { way, to, http, clock, destination } = desk;
  const key = digestOf(destination, name, ...rows.map(({ card }) => card)).slice(0, 32);
  const outcome = await run(way.post(rendered.payload, to, key), http, clock);
  return judged(desk, rows, rendered, outcome, { digest: name });
};

const changeLines = async (
  desk: BotDesk,
  name: string,
  listed: readonly CardRow[],
  fit: Fit,
): Promise<Digested> => {
  const ref = listed.find((row) => row.ref !== undefined)?.ref;
  if (!ref) return postLines(desk, name, fit);
  const { rows, rendered } = fit;
  const outcome = await run(desk.way.update(rendered.payload, ref), desk.http, desk.clock);
  if (outcome.kind === 'gone') return postLines(desk, name, fit);
  return judged(desk, rows, rendered, outcome, { digest: name, ref });
};

/** As many of the added ones as the message holds: none where it is full, one at least in a new one. */
const fitting = (desk: Manned, listed: readonly CardRow[], added: readonly CardRow[]): Fit => {
  const least = render(desk, [...listed, ...added].slice(0, 1)).dropped.length;
  const fewest = listed.length === 0 ? 1 : 0;
  let count = Math.min(added.length, MOST_LINES - listed.length);
  for (; ; count = Math.floor(count / 2)) {
    const rows = [...listed, ...added.slice(0, Math.max(count, fewest))];
    const rendered = render(desk, rows);
    if (rendered.dropped.length <= least || count <= fewest) return { rows, rendered };
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
  // Where the message is the old one, whoever changed nothing has nothing to write down.
  const told = place.ref ? rows.filter(({ shown, version }) => shown < version) : rows;
  return { rows: told, showing };
};
