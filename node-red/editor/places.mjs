import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(dirname(fileURLToPath(import.meta.url)));

/** The compiled nodes, beside which Node-RED looks for their dialogs. */
export const dist = join(here, 'dist', 'node-red');

/** What all chats' dialogs share. */
export const shared = join(here, 'editor', 'chat');

/** The language of the editor when it knows no better; its help stands in the node's own file. */
export const MAIN = 'en-US';

export const LANGUAGES = [MAIN, 'zh-CN'];
