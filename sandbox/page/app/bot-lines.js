import { copyRow } from './copy-row.js';
import { h } from './dom.js';

/** How bots reach a channel: the API, the channel as it names it, and the credential of each bot. */
export function botLines(ways, open) {
  const once = (name, values) => [...new Set(values)].map((value) => copyRow(name, value));
  return h(
    'details',
    { className: 'webhook bots', open },
    h('summary', {}, ways.length === 1 ? 'A bot' : `${ways.length} bots`),
    once(
      'API',
      ways.map(({ bot }) => bot.baseUrl),
    ),
    once(
      'Channel',
      ways.map(({ channel }) => channel.id),
    ),
    ways.map(credentialOf),
  );
}

function credentialOf({ bot, channel: { answers, note } }) {
  return [
    ...Object.values(bot.credential).map((value) => copyRow(bot.name, value)),
    answers !== 'ok' && h('p', { className: 'closed-note' }, `${note} It answers ${answers}.`),
  ];
}
