/** All lengths in UTF-16 units after escaping, the strictest of the ways Slack's own tools count. */

export * from '../limits';

/**
 * Slack refuses a message with `msg_blocks_too_long` at about 13,200 characters of text; the limit
 * itself is not documented: https://github.com/slackapi/bolt-js/issues/2509
 */
export const MESSAGE = 12_000;

/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
export const SECTION_TEXT = 3000;
export const SECTION_FIELDS = 10;

/** Ours. */
export const DESCRIPTION = 1200;
