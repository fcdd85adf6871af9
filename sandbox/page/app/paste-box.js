import { post } from './api.js';
import { h } from './dom.js';

/** Any JSON body, sent to the target as an on-call platform would, and which chats it reached. */
export function pasteBox(sources, arrived) {
  const text = h('textarea', {
    rows: 6,
    spellcheck: false,
    'aria-label': 'JSON body',
    placeholder: '{ "id": "1234", "eventType": "alert-created", "summary": "…" }',
  });
  const source = h(
    'select',
    { 'aria-label': 'Sent as' },
    sources.map(({ id, title }) => h('option', { value: id }, `as ${title}`)),
  );
  const answer = h('p', { className: 'answer', role: 'status' });

  function say(sentence, good) {
    answer.textContent = sentence;
    answer.classList.toggle('bad', !good);
  }

  async function send() {
    const { id, ready } = sources.find((each) => each.id === source.value);
    const body = parse(text.value);
    if (body === undefined) return say('This is not JSON.', false);
    if (!ready()) return;
    arrived.start();
    await post(`/${id}/paste`, body).then(
      ({ ok, status, ms, reason }) =>
        say([status ?? 'No answer', `${ms} ms`, reason].filter(Boolean).join(' · '), ok),
      ({ message }) => say(message, false),
    );
  }

  return h(
    'div',
    { className: 'paste' },
    text,
    h(
      'div',
      { className: 'row' },
      h('button', { type: 'button', onclick: send }, 'Send it'),
      sources.length > 1 && source,
      answer,
      arrived.element,
    ),
  );
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
