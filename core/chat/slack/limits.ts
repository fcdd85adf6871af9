/** All lengths in UTF-16 units after escaping, the strictest of the ways Slack's own tools count. */

/**
 * Slack refuses a message with `msg_blocks_too_long` at about 13,200 characters of text; the limit
 * itself is not documented: https://github.com/slackapi/bolt-js/issues/2509
 */
export const MESSAGE = 12_000;

/** https://docs.slack.dev/reference/block-kit/blocks/section-block */
export const SECTION_TEXT = 3000;
export const SECTION_FIELDS = 10;

/** Ours: an address counts as text of the section it stands in, beside everything else there. */
export const LINK_ADDRESS = 1500;

/** Ours: what a person reads on a lock screen, and at a glance. */
export const NOTIFICATION = 300;
export const TITLE = 250;
export const HAPPENED = 500;
export const DESCRIPTION = 1200;
export const FACT_LABEL = 60;
export const FACT_VALUE = 250;
export const LABEL_NAME = 60;
export const LABEL_VALUE = 120;
export const MOMENT = 200;
export const LINK_LABEL = 100;
export const MENTIONS = 20;
