export * from '../limits';

/** Bytes of the whole request as UTF-8 JSON; ours. */
export const MESSAGE = 20_000;

/**
 * Bytes of the message the flow posts, in which the card is a JSON text inside JSON: a request of
 * 24,453 bytes was seen to become 28,897. Teams takes about 28 KB:
 * https://learn.microsoft.com/connectors/teams/#known-issues-and-limitations-with-actions
 */
export const POSTED = 27_000;

/**
 * Bytes of a bot's whole activity as UTF-8 JSON; ours. Teams takes 100 KB, counted as UTF-16, and
 * older pages say 40 KB for cards:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
 */
export const ACTIVITY = 28_000;

/** Ours: Teams folds further buttons away, or leaves them out. */
export const ACTIONS = 6;

/** Ours: addresses that can be clicked in one text; each costs as much as a line of text. */
export const TEXT_LINKS = 10;

/** Ours, in UTF-16 units after escaping: what a person reads on a phone, and at a glance. */
export const DESCRIPTION = 2000;
export const LIST = 3000;
export const BUTTON = 60;
export const NAME = 40;
/** Asked before something is done; and what may be typed along with it. */
export const QUESTION = 300;
export const NOTE = 1000;

/** UTF-16 units: https://learn.microsoft.com/entra/identity/hybrid/connect/plan-connect-userprincipalname */
export const PRINCIPAL_NAME = 113;

/** Ours: a plain message is as long as fits of these. */
export const MESSAGE_TEXTS = [5000, 2000, 500] as const;
