import { renderSlack } from './slack/message.js';

/** How each chat shows a message. */
export const chatRenderers = { slack: renderSlack };
