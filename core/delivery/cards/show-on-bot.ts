import type { MessageRef, Outcome } from '../../http/outcome';
import { sentences } from '../../i18n/index';
import { run } from '../run';
import { mentionsFor } from './call-people';
import type { BotDesk } from './desk';
import { postOnce } from './post';
import { newsOf, renderStory } from './render-news';
import { costOf, later, type Showing, settled, shownOf } from './showing';
import { speak } from './speak';
import type { Begun, CardRow, CardShown } from './store';

/** Brings the card of an alert up to date: posted once, then changed. */
export const showOnBot = async (desk: BotDesk, row: CardRow): Promise<Showing> => {
  const { ref } = row;
  const announced = newsOf(row).some(({ announce }) => announce);
  const anew = ref === undefined || (desk.mode === 'new' && announced);
  if (!anew) return update(desk, row, ref);
  return announced || row.begun ? post(desk, row, []) : skipped(desk, row);
};

/** What may only change a card posts none, even where the card could not be posted before. */
const skipped = (desk: BotDesk, row: CardRow): Showing =>
  settled(
    desk,
    row,
    { receipt: 'skipped', reasons: [sentences(desk.options?.language).skipped.noCard] },
    {},
  );

const post = async (desk: BotDesk, row: CardRow, reasons: readonly string[]): Promise<Showing> => {
  const news = newsOf(row);
  const silent = news.every((one) => one.silent || !one.announce);
  const mentions = silent ? [] : await mentionsFor(desk, news);
  const rendered = renderStory(desk, row, { ...wholeStory(desk), silent, mentions });
  // Written down first: after a crash the message is looked for, and not posted twice.
  const begun = row.begun ?? { version: row.version, at: desk.clock.now() };
  await desk.store.show(row, { ...shownOf(row), begun });
  const { outcome, attempts, twice, old } = await postOnce(desk, row, rendered.payload);
  if (old && outcome.kind === 'delivered' && outcome.ref && begun.version < row.version)
    return catchUp(desk, row, begun, outcome.ref);
  const s = sentences(desk.options?.language);
  const doubtful = twice || row.fate === 'unknown';
  const why = [...reasons, ...(doubtful ? [s.delivered.mayBeTwice] : [])];
  const receipt = { ...costOf(rendered), attempts, reasons: why };
  if (outcome.kind === 'delivered' || outcome.kind === 'accepted') {
    return settled(
      desk,
      row,
      { ...receipt, receipt: 'posted', ...refOf(outcome, 'messageRef') },
      { posts: row.posts + 1, ...refOf(outcome, 'ref') },
    );
  }
  // Refused for now: there is no other message to look for than before.
  if (outcome.kind === 'retry') await desk.store.show(row, beforeOf(row));
  return failed(desk, row, outcome, receipt);
};

const beforeOf = (row: CardRow): CardShown => ({
  ...shownOf(row),
  ...(row.begun && { begun: row.begun }),
});

/** A message that was begun before its card changed: what came since is brought to it. */
const catchUp = (
  desk: BotDesk,
  { begun: _done, ...row }: CardRow,
  { version }: Begun,
  ref: MessageRef,
): Promise<Showing> => showOnBot(desk, { ...row, ref, posts: row.posts + 1, shown: version });

const refOf = <Name extends string>(outcome: Outcome, name: Name) =>
  outcome.kind === 'delivered' && outcome.ref
    ? ({ [name]: outcome.ref } as Readonly<Record<Name, MessageRef>>)
    : {};

/** The card tells the whole story, unless the destination wants it short. */
const wholeStory = ({ options }: BotDesk) => ({ layout: options?.layout ?? ('full' as const) });

const update = async (desk: BotDesk, row: CardRow, ref: MessageRef): Promise<Showing> => {
  const rendered = renderStory(desk, row, { ...wholeStory(desk), silent: true });
  const change = () => run(desk.way.update(rendered.payload, ref), desk.http, desk.clock);
  const first = await change();
  // To change a message twice is to change it once.
  const outcome = first.kind === 'unknown' ? await change() : first;
  const s = sentences(desk.options?.language);
  switch (outcome.kind) {
    case 'gone': {
      const { ref: _gone, digest: _listed, ...lost } = row;
      return post(desk, { ...lost, posts: row.posts + 1 }, [s.delivered.wasGone]);
    }
    case 'delivered':
    case 'accepted': {
      const spoken = await speak(desk, row, ref);
      const cost = { ...costOf(rendered), attempts: first === outcome ? 1 : 2, ...spoken };
      return settled(desk, row, { receipt: 'updated', messageRef: ref, ...cost }, {});
    }
    case 'unknown':
      return later(outcome.problem);
    default:
      return failed(desk, row, outcome, { ...costOf(rendered), attempts: 1, messageRef: ref });
  }
};

const failed = (
  desk: BotDesk,
  row: CardRow,
  outcome: Exclude<Outcome, { kind: 'delivered' | 'accepted' }>,
  receipt: object,
): Showing => {
  const { kind, problem } = outcome;
  if (kind === 'retry') return later(problem, outcome.afterMs);
  const unknown = kind === 'unknown';
  return settled(
    desk,
    row,
    {
      ...receipt,
      receipt: unknown ? 'unknown' : 'failed',
      ...(!unknown && { pings: [] }),
      problem,
    },
    // Its key is used up: DingTalk may keep a card that it could not show.
    { problem, ...(!row.ref && { posts: row.posts + 1 }) },
  );
};
