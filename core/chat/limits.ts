/**
 * Ours, the same for every chat, in UTF-16 units after escaping: what a person reads on a lock
 * screen, and at a glance.
 */
export const NOTIFICATION = 300;
export const TITLE = 250;
export const HAPPENED = 500;
export const FACT_LABEL = 60;
export const FACT_VALUE = 250;
export const LABEL_NAME = 60;
export const LABEL_VALUE = 120;
export const MOMENT = 200;
export const LINK_LABEL = 100;

/** Ours: an address counts as text of the message, beside everything else there. */
export const LINK_ADDRESS = 1500;

/** Ours: people one message calls. */
export const MENTIONS = 20;
