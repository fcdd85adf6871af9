/** The channels of a chat, each with the ways there: a webhook, bots, or both. */
export function placesOf(id, allHooks, allBots) {
  const places = new Map();
  const at = (channel) => {
    if (!places.has(channel)) places.set(channel, { channel, bots: [] });
    return places.get(channel);
  };
  for (const hook of allHooks) if (hook.platform === id) at(hook.channel).hook = hook;
  for (const bot of allBots) {
    if (bot.platform !== id) continue;
    for (const channel of bot.channels) at(channel.name).bots.push({ bot, channel });
  }
  return [...places.values()].map(withAnswer);
}

/** A channel that a message was sent to although nobody had named it, as one for two. */
export function newPlace(channel) {
  return { channel, bots: [], answers: 'ok', note: '' };
}

/** A place is open when one way to it is. */
function withAnswer(place) {
  const ways = [...(place.hook ? [place.hook] : []), ...place.bots.map(({ channel }) => channel)];
  const { answers, note } = ways.find((way) => way.answers === 'ok') ?? ways[0];
  return { ...place, answers, note };
}
