import { h } from '../dom.js';
import { renderAttachment } from './attachments.js';
import { prepareMarkdown, renderMarkdown } from './markdown.js';

export async function prepare() {
  await prepareMarkdown();
}

const PRIORITIES = { important: 'Important', urgent: 'Urgent' };

/** A post as Mattermost shows it: the message, and below it its attachments. */
export function renderMessage({ payload, at }) {
  const { text, attachments, priority, username, channel, silent } = contentOf(payload);
  const time = new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const urgency = PRIORITIES[priority?.priority];
  return h(
    'div',
    { className: 'mattermost' },
    h('div', { className: 'avatar', 'aria-hidden': 'true' }, '⚡'),
    h(
      'div',
      { className: 'post' },
      h(
        'div',
        { className: 'byline' },
        h('strong', {}, username || 'webhook'),
        h('span', { className: 'bot' }, 'BOT'),
        h('time', {}, time),
        channel && h('span', { className: 'aside' }, `to ${channel}`),
        silent && h('span', { className: 'aside' }, 'silent'),
        urgency && h('span', { className: `priority ${priority.priority}` }, urgency),
      ),
      text && h('div', { className: 'body' }, renderMarkdown(text)),
      (attachments ?? []).filter(Boolean).map(renderAttachment),
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
    username: 'bot',
    silent: props.silent_notification,
  };
}
