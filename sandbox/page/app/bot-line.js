import { copyRow } from './copy-row.js';
import { h } from './dom.js';

/** How bots reach a channel: the base URL, the channel's id, and the credential of each bot. */
export function botLine({ hook, entries }) {
  if (entries.length === 0) return null;
  const bases = new Set(entries.map(({ bot }) => bot.baseUrl));
  const ids = new Set(entries.map(({ id }) => id));
  return h(
    'details',
    { className: 'webhook bots', open: !hook },
    h('summary', {}, 'For bots'),
    [...bases].map((baseUrl) => copyRow('Base URL', baseUrl)),
    [...ids].map((id) => copyRow('Channel ID', id)),
    entries.map(credentialRows),
  );
}

function credentialRows({ bot, answers }) {
  const parts = Object.entries(bot.credential);
  const called = (part) => (parts.length > 1 ? `${bot.name} ${part}` : bot.name);
  const rows = parts.map(([part, value]) => copyRow(called(part), value));
  const answer = answers === 'ok' ? '' : ` It answers ${answers}.`;
  return [rows, h('p', { className: answer ? 'closed-note' : 'hint' }, `${bot.note}${answer}`)];
}
