/** The channels of a chat, each with the ways there: a webhook, bots, or both. */
export function placesOf(id, hooks, bots) {
  const places = new Map();
  const at = (channel) => {
    if (!places.has(channel)) places.set(channel, { channel, entries: [] });
    return places.get(channel);
  };
  for (const hook of hooks) if (hook.platform === id) at(hook.channel).hook = hook;
  for (const bot of bots.filter(({ platform }) => platform === id)) {
    for (const channel of bot.channels) at(channel.name).entries.push({ ...channel, bot });
  }
  return [...places.values()].map(withAnswer);
}

/** A channel nobody listed, in which a message stands all the same. */
export function newPlace(channel) {
  return { channel, entries: [], answers: 'ok', note: '' };
}

/** A place is open when one way to it is. */
function withAnswer(place) {
  const ways = [place.hook, ...place.entries].filter(Boolean);
  const { answers, note } = ways.find((way) => way.answers === 'ok') ?? ways[0];
  return { ...place, answers, note };
}
