/** What can be picked from a platform's own lists. */
export const LIST_NAMES = [
  'people',
  'escalation-policies',
  'schedules',
  'teams',
  'alert-sources',
  'flashduty-channels',
] as const;
export type ListName = (typeof LIST_NAMES)[number];

export interface OnCallListed {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of the same name. */
  readonly detail?: string;
}

/** One page; `next` asks for the one after it. */
export interface OnCallPage {
  readonly entries: readonly OnCallListed[];
  readonly next?: string;
}

/** Does one of the words hold what somebody looks for? */
export const matches = (search: string, words: readonly (string | undefined)[]): boolean => {
  const wanted = search.trim().toLowerCase();
  return words.some((word) => word?.toLowerCase().includes(wanted));
};

/** Which page a cursor asks for, from `first`; whatever is no number is the first. */
export const pageNumber = (cursor: string, first: number): number =>
  /^\d{1,6}$/.test(cursor) ? Math.max(first, Number(cursor)) : first;
