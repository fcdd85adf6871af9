const DAY_MS = 24 * 60 * 60_000;

/** How long the card of a resolved alert is remembered: one that is reopened is the same card. */
export const KEEP_RESOLVED_MS = 7 * DAY_MS;
