import { digest } from '../alert/digest';
import type { AlertEvent } from '../alert/event';
import type { AlertState } from '../alert/state';
import { toIso } from '../alert/time';
import type { FilterDecision } from '../filter/rules';
import type { Problem } from '../problem';
import { KEEP_RESOLVED_MS } from './cards/keep';
import { shownOf } from './cards/showing';
import type { CardRow, CardShown, CardStore } from './cards/store';

export interface WatchRules {
  /** An open alert that nobody accepts within so many ms is told about; absent: never. */
  readonly notAcceptedAfterMs?: number | undefined;
  /** And again each time so many ms have passed, at most `mostReminders` times. */
  readonly remindEveryMs?: number | undefined;
  readonly mostReminders?: number | undefined;
  /** Cards of alerts that are resolved for so many ms are forgotten; default 7 days. */
  readonly keepResolvedMs?: number | undefined;
}

/** A card that could not be shown, with everything that is needed to try again. */
export interface Undelivered {
  readonly event: AlertEvent;
  readonly destination: string;
  readonly problem: Problem;
}

export interface Watched {
  /** Events of the type `not-accepted`, to be announced. */
  readonly notAccepted: readonly {
    readonly event: AlertEvent;
    readonly decision: FilterDecision;
  }[];
  readonly undelivered: readonly Undelivered[];
  /** Destinations at which something is still to be shown, and how much. */
  readonly pending: readonly { readonly destination: string; readonly count: number }[];
}

/** What changed just now is being shown by somebody. */
const STUCK_AFTER_MS = 15_000;

/** Looks once over all cards. Rejects only where the store does. */
export const watchCards = async (
  store: CardStore,
  rules: WatchRules,
  now: number,
): Promise<Watched> => {
  await store.prune(now - (rules.keepResolvedMs ?? KEEP_RESOLVED_MS));
  const standing = await store.all();
  const reminded = oncePerAlert(standing).filter((row) => isDue(row, rules, now));
  for (const row of reminded) await store.show(row, remindedOf(row, now));
  const failed = standing.filter(({ problem, reported }) => problem && !reported);
  for (const row of failed) await store.show(row, { ...keepingOf(row), reported: true });
  return {
    notAccepted: reminded.map((row) => ({ event: notAccepted(row, now), decision: ANNOUNCE })),
    undelivered: failed.flatMap(({ story, destination, problem }) =>
      problem ? [{ event: story.latest, destination, problem }] : [],
    ),
    pending: pendingOf(standing, now),
  };
};

/** What the watch says has been decided: a sender does not filter it once more. */
const ANNOUNCE: FilterDecision = { effect: 'announce', silent: false, reasons: [] };

/** An alert with cards in several channels is one alert. */
const oncePerAlert = (rows: readonly CardRow[]): readonly CardRow[] => {
  const first = new Map<string, CardRow>();
  for (const row of rows) {
    const known = first.get(row.card);
    if (!known || row.episode > known.episode) first.set(row.card, row);
  }
  return [...first.values()];
};

const isDue = (row: CardRow, rules: WatchRules, now: number): boolean => {
  const { notAcceptedAfterMs, remindEveryMs, mostReminders = 0 } = rules;
  const since = openSince(row.story);
  if (notAcceptedAfterMs === undefined || since === undefined) return false;
  const { reminders = 0, remindedAt = 0 } = row;
  const first = remindedAt < since;
  if (first) return now - since >= notAcceptedAfterMs;
  const again = remindEveryMs !== undefined && reminders <= mostReminders;
  return again && now - remindedAt >= remindEveryMs;
};

/** In ms; undefined where somebody has it, or it sleeps. */
const openSince = ({ latest, timeline }: AlertState): number | undefined => {
  const { status, snoozedUntil, startedAt } = latest.alert;
  if (status !== 'open' || snoozedUntil !== undefined) return undefined;
  const freed = timeline.findLast(({ type }) => FREES.has(type))?.occurredAt;
  return Date.parse(freed ?? startedAt ?? timeline[0]?.occurredAt ?? latest.occurredAt);
};

const FREES: ReadonlySet<string> = new Set(['unaccepted', 'reopened', 'unsnoozed']);

const remindedOf = (row: CardRow, now: number): CardShown => {
  const anew = (row.remindedAt ?? 0) < (openSince(row.story) ?? 0);
  const reminders = anew ? 1 : (row.reminders ?? 0) + 1;
  return { ...keepingOf(row), reminders, remindedAt: now };
};

const keepingOf = (row: CardRow): CardShown => ({
  ...shownOf(row),
  ...(row.fate && { fate: row.fate }),
  ...(row.begun && { begun: row.begun }),
  ...(row.problem && { problem: row.problem }),
  ...(row.reported && { reported: row.reported }),
});

/** The same id whoever finds it: two watches make one event. */
const notAccepted = ({ card, episode, reminders = 0, story }: CardRow, now: number): AlertEvent => {
  const occurredAt = toIso(now) ?? story.latest.occurredAt;
  const { comment, change, actor, ...latest } = story.latest;
  return {
    ...latest,
    id: digest(card, episode, 'not-accepted', reminders, openSince(story)),
    type: 'not-accepted',
    rawType: 'not-accepted',
    automatic: true,
    occurredAt,
    receivedAt: occurredAt,
  };
};

const pendingOf = (rows: readonly CardRow[], now: number): Watched['pending'] => {
  const counts = new Map<string, number>();
  for (const { shown, version, changedAt, destination } of rows) {
    if (shown >= version || now - changedAt < STUCK_AFTER_MS) continue;
    counts.set(destination, (counts.get(destination) ?? 0) + 1);
  }
  return [...counts].map(([destination, count]) => ({ destination, count }));
};
