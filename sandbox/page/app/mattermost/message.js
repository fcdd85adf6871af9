import { h } from '../dom.js';
import { renderAttachment } from './attachments.js';
import { loadKnown, personNamed } from './known.js';
import { prepareMarkdown, renderMarkdown } from './markdown.js';

/** What people type to an app. */
export const placeholder = '/alertwire help';

export async function prepare() {
  await Promise.all([prepareMarkdown(), loadKnown()]);
}

const PRIORITIES = { important: 'Important', urgent: 'Urgent' };

/** A post as Mattermost shows it: the message, and below it its attachments. */
export function renderMessage({ payload, at }, { press } = {}) {
  const { text, attachments, priority, username, channel, silent, person } = contentOf(payload);
  const time = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const urgency = PRIORITIES[priority?.priority];
  return h(
    'div',
    { className: 'mattermost' },
    h(
      'div',
      { className: person ? 'avatar person' : 'avatar', 'aria-hidden': 'true' },
      person ? username.slice(0, 1) : '⚡',
    ),
    h(
      'div',
      { className: 'post' },
      h(
        'div',
        { className: 'byline' },
        h('strong', {}, username || 'webhook'),
        !person && h('span', { className: 'bot' }, 'BOT'),
        h('time', {}, time),
        channel && h('span', { className: 'aside' }, `to ${channel}`),
        silent && h('span', { className: 'aside' }, 'silent'),
        urgency && h('span', { className: `priority ${priority.priority}` }, urgency),
      ),
      text && h('div', { className: 'body' }, renderMarkdown(text)),
      (attachments ?? []).filter(Boolean).map((each) => renderAttachment(each, press)),
    ),
  );
}

/** A bot's post has its parts elsewhere than a webhook's message. */
function contentOf(payload) {
  const { message, props, metadata } = payload;
  if (message === undefined) return payload;
  return {
    text: message,
    attachments: props.attachments,
    priority: metadata.priority,
    silent: props.silent_notification,
    ...authorOf(payload),
  };
}

/** What an app says to one person, the server says. */
function authorOf({ props, type, user_id }) {
  const name = personNamed(user_id);
  if (props.override_username || !name) return { username: props.override_username || 'bot' };
  if (type === 'system_ephemeral') return { username: 'System' };
  return { username: name, person: !props.from_webhook };
}
