import { h } from './dom.js';

/** How a chat shows a message, and its style sheet: both lie in the folder named after the chat. */
export async function loadLook(id) {
  const [{ renderMessage }] = await Promise.all([import(`./${id}/message.js`), addStyle(id)]);
  return renderMessage;
}

function addStyle(id) {
  return new Promise((resolve) => {
    const href = new URL(`./${id}/style.css`, import.meta.url).href;
    document.head.append(h('link', { rel: 'stylesheet', href, onload: resolve, onerror: resolve }));
  });
}
