/** Lengths of texts in UTF-16 units after escaping; the size of a message in bytes of UTF-8. */

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

/** Ours: an address counts as text of the message, beside everything else there. */
export const LINK_ADDRESS = 1500;

/** Ours: what a person reads in the list of chats, on a lock screen, and at a glance. */
export const NOTIFICATION = 200;
export const TITLE = 250;
export const HAPPENED = 500;
export const DESCRIPTION = 1200;
export const FACT_LABEL = 60;
export const FACT_VALUE = 250;
export const LABEL_NAME = 60;
export const LABEL_VALUE = 120;
/** One node of the card. */
export const PART = 2000;
export const MOMENT = 200;
export const LINK_LABEL = 100;
export const BUTTON_TITLE = 40;
export const MENTIONS = 20;
export const KEYWORD = 100;
