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

/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const BUTTON_TEXT = 75;
export const BUTTON_VALUE = 2000;
export const BUTTON_URL = 3000;

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element */
export const ACTION_ID = 255;
export const OPTION_TEXT = 75;
export const OPTION_VALUE = 75;
export const OPTIONS = 100;

/** https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object */
export const CONFIRM_TITLE = 100;
export const CONFIRM_TEXT = 300;
export const CONFIRM_BUTTON = 30;

/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const ELEMENTS = 25;

/** Ours: all buttons of a message together, so that what happened always has room beside them. */
export const BUTTONS = 6000;

/** https://docs.slack.dev/reference/views/modal-views */
export const VIEW_TITLE = 24;
export const VIEW_METADATA = 3000;

/** Ours; Slack takes 3000: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
export const NOTE = 2000;
