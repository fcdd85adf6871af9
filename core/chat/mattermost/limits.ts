export * from '../limits';

/**
 * Code points of the whole payload, as Go counts runes. The server splits a message of more than
 * 16,383 into several posts: whatever its `text` holds, one below this never is.
 * https://docs.mattermost.com/developers/integrate/webhooks/incoming
 */
export const MESSAGE = 16_000;

/** Longer footers are cut by the clients: https://docs.mattermost.com/developers/integrate/reference/message-attachments */
export const FOOTER = 300;

/** Usernames and group names: https://docs.mattermost.com/developers/integrate/reference/rest-api */
export const NAME = 64;

/** Ours, in UTF-16 units after escaping, which are never fewer than code points. */
export const TEXT = 6500;
export const SECTION = 3000;
export const DESCRIPTION = 2000;
export const FIELDS = 10;

/** Ours; the server takes longer ones, and people read shorter ones. */
export const BUTTON = 60;
export const CONFIRM = 300;
/** Ours: addresses of buttons, and of answers. */
export const CALLBACK = 2000;
/** Ours: all buttons of a message together, so that what happened always has room beside them. */
export const BUTTONS = 6000;

/** In bytes: https://github.com/mattermost/mattermost/blob/master/server/public/model/integration_action.go */
export const DIALOG_TITLE = 24;
export const DIALOG_LABEL = 24;
export const DIALOG_HELP = 150;
/** In bytes and characters: the server counts one, clients the other. */
export const NOTE = 2000;
