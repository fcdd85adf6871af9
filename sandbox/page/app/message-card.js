import { clockTime, h } from './dom.js';
import { wireView } from './wire-view.js';

/** A message as people see it, what came of a press of its buttons, and behind it the wire. */
export function messageCard(
  message,
  requests,
  renderMessage,
  { press, reaction, seen = message } = {},
) {
  const wire = h('details', { className: 'wire' }, h('summary', {}, 'The wire'));
  wire.addEventListener('toggle', () => wire.append(wireView(message, requests.get(message.id))), {
    once: true,
  });
  const { deleted, replyTo } = message;
  const className = ['message', replyTo && 'reply', deleted && 'deleted'].filter(Boolean).join(' ');
  const shown = renderMessage(seen, { press: deleted ? undefined : press });
  return h('article', { className }, shown, reaction, marks(seen), wire);
}

/** What a person would see beside the message: that it was changed, or is for one person only. */
function marks({ history, onlyFor, deleted, as }) {
  const last = history.at(-1);
  const words = [
    onlyFor && `Only visible to ${onlyFor}`,
    as && `As ${as} sees it`,
    last.event === 'updated' && `edited ${clockTime(last.at)}`,
    deleted && `deleted ${clockTime(last.at)}`,
  ].filter(Boolean);
  return words.length > 0 && h('p', { className: 'marks' }, words.join(' · '));
}
