import { h } from './dom.js';

/**
 * How a chat shows a message, what people type to an app there, and its style sheet: all lie in the
 * folder named after the chat. One that draws with a library gets it in `prepare`.
 */
export async function loadLook(id) {
  const [{ prepare, renderMessage, placeholder = '@Alertwire help' }] = await Promise.all([
    import(`./${id}/message.js`),
    addStyle(id),
  ]);
  await prepare?.();
  return { renderMessage, placeholder };
}

function addStyle(id) {
  return new Promise((resolve) => {
    const href = new URL(`./${id}/style.css`, import.meta.url).href;
    document.head.append(h('link', { rel: 'stylesheet', href, onload: resolve, onerror: resolve }));
  });
}
