import type { CardEntry, CardRow, CardShown } from '../../../core/index';
import type { Cell, Cells, TableRow } from './columns';

/** What a card is to show. */
export const entryCells = ({
  destination,
  card,
  episode,
  version,
  story,
  news,
  changedAt,
}: CardEntry): Cells => {
  const { title, status, severity } = story.latest.alert;
  return {
    kind: 'card',
    destination,
    title,
    status,
    severity,
    pending: destination,
    changedAt: timeCell(changedAt),
    changedMs: changedAt,
    card,
    episode,
    rev: version,
    news: JSON.stringify(news),
    story: JSON.stringify(story),
  };
};

/** What the chat shows of it; what is absent is emptied. */
export const shownCells = (shown: CardShown): Cells => ({
  shown: shown.shown,
  posts: shown.posts,
  shownAt: timeCell(shown.shownAt),
  fate: shown.fate ?? null,
  ref: jsonCell(shown.ref),
  digest: shown.digest ?? null,
  problem: jsonCell(shown.problem),
  begun: jsonCell(shown.begun),
  reported: shown.reported === true,
  reminders: shown.reminders ?? null,
  remindedAt: timeCell(shown.remindedAt),
});

/** Undefined for what is no card, or is none any more since somebody edited it. */
export const cardRowOf = (row: TableRow): CardRow | undefined => {
  const story = parsed(row.story);
  const news = parsed(row.news);
  if (row.kind !== 'card' || !isStory(story) || !Array.isArray(news)) return undefined;
  return {
    row: row.id,
    destination: String(row.destination),
    card: String(row.card),
    episode: Number(row.episode),
    version: Number(row.rev),
    story: story as CardRow['story'],
    news,
    changedAt: timeOf(row.changedAt) ?? 0,
    shown: Number(row.shown),
    posts: Number(row.posts),
    ...defined({
      shownAt: timeOf(row.shownAt),
      fate: textOf(row.fate),
      ref: parsed(row.ref),
      digest: textOf(row.digest),
      problem: parsed(row.problem),
      begun: parsed(row.begun),
      reported: row.reported === true || undefined,
      reminders: typeof row.reminders === 'number' ? row.reminders : undefined,
      remindedAt: timeOf(row.remindedAt),
    }),
  };
};

export const timeCell = (ms: number | undefined): Cell =>
  ms === undefined ? null : new Date(ms).toISOString();

export const timeOf = (value: unknown): number | undefined => {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
};

export const parsed = (value: unknown): unknown => {
  try {
    return typeof value === 'string' && value !== '' ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
};

const jsonCell = (value: object | undefined): Cell =>
  value === undefined ? null : JSON.stringify(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const isStory = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'latest' in value;

const defined = (values: Readonly<Record<string, unknown>>): Partial<CardRow> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
