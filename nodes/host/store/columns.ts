type ColumnType = 'string' | 'number' | 'boolean' | 'date';

/** The name of the table, as people see it in n8n. */
export const TABLE_NAME = 'Alertwire';

/**
 * What people read stands first. A row is a card, a destination that takes one message after the
 * other, or a source that has to be heard of: `kind` tells.
 */
export const COLUMNS: Readonly<Record<string, ColumnType>> = {
  kind: 'string',
  destination: 'string',
  title: 'string',
  status: 'string',
  severity: 'string',
  /** The destination, while the chat shows less than it should; empty otherwise. */
  pending: 'string',
  fate: 'string',
  problem: 'string',
  changedAt: 'date',
  shownAt: 'date',
  /** The same as `changedAt`: n8n compares dates as text, which on SQLite is written otherwise. */
  changedMs: 'number',
  card: 'string',
  episode: 'number',
  /** Counts the changes: what a change expects to find. */
  rev: 'number',
  shown: 'number',
  posts: 'number',
  begun: 'string',
  digest: 'string',
  reminders: 'number',
  remindedAt: 'date',
  reported: 'boolean',
  ref: 'string',
  news: 'string',
  story: 'string',
  /** Of a destination: who may send there, until when in ms, and when the next message may go. */
  lease: 'string',
  owner: 'string',
  leaseUntil: 'number',
  nextAt: 'number',
};

export type Cell = string | number | boolean | null;

/** Values by the name of their column. */
export type Cells = Readonly<Record<string, Cell>>;

/** A row as n8n gives it out: dates are text. */
export type TableRow = Readonly<Record<string, unknown>> & { readonly id: number };
