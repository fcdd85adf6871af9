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

/**
 * Bytes of UTF-8 one variable of a card may have. Longer ones are refused, or not drawn:
 * https://open.dingtalk.com/document/development/create-and-deliver-cards
 */
export const CARD_VALUE = 1024;
/** Ours: no character has more than three bytes for each of its units, so these always fit. */
export const CARD_LINE = 300;
/** Ours: the longest description first; the rest of the card needs its place too. */
export const CARD_DESCRIPTIONS = [400, 200, 80] as const;
export const CARD_PART = 300;

/**
 * Bytes of what a robot says, here with everything around it:
 * https://open.dingtalk.com/document/development/the-robot-sends-a-group-message
 */
export const ROBOT_BYTES = 15_000;
/** Ours: a plain message is as long as fits of these. */
export const ROBOT_TEXTS = [MESSAGE_TEXT, 2000, 500] as const;
