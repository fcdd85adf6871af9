/** Lengths of texts in UTF-16 units after escaping; the size of a message in bytes of UTF-8. */

export * from '../limits';

/**
 * DingTalk refuses a body of more than 20,000 bytes (460101). Whether it counts the body as sent or
 * as it reads it is not documented, so a tenth is kept free:
 * https://open.dingtalk.com/document/robots/custom-robot-access
 */
export const BODY_BYTES = 18_000;

/** Ours: the text of one message that people still read in a chat. */
export const MESSAGE_TEXT = 4000;

/**
 * The longest address behind a button, as documented for the messages of apps:
 * https://open.dingtalk.com/document/orgapp/message-types-and-data-format
 */
export const BUTTON_ADDRESS = 500;

/** Ours: more buttons than this push the text off the screen. */
export const BUTTONS = 5;

/** Ours: what a person reads in the list of chats, and at a glance. */
export const NOTIFICATION = 200;
export const DESCRIPTION = 1200;
/** One node of the card. */
export const PART = 2000;
export const BUTTON_TITLE = 40;
export const KEYWORD = 100;
