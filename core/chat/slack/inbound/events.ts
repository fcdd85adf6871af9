import { list, record } from '../../../alert/untrusted';
import type { Inbound, InboundSetup } from '../../../answers/inbound';
import { readLine } from '../../../answers/read-line';
import { heard, jsonReply } from '../../../answers/said';
import { type Data, refOf } from '../api-answer';
import { fromWhom, idOf } from './from';
import { tell } from './tell';
import { typed, withoutBot } from './typed';
import { nothingHere } from './unknown';

/** Slack tells an event three times within minutes, and then, where an app asks for it, for a day. */
const REPEATED_MS = 24 * 3_600_000;
const LONGEST_CHALLENGE = 1000;

/** https://docs.slack.dev/apis/events-api */
export const readEvent = (body: Data, setup: InboundSetup): Inbound => {
  const { type, challenge } = body;
  if (type === 'url_verification' && typeof challenge === 'string') {
    return heard({ reply: jsonReply({ challenge: challenge.slice(0, LONGEST_CHALLENGE) }) });
  }
  if (type !== 'event_callback') return nothingHere('a body', type);
  const { event_id: id } = body;
  if (typeof id !== 'string' || id === '') return nothingHere('an event without an id');
  const now = setup.clock.now();
  const isFirst = setup.replays.isFirst(`slack event ${id}`, now, now + REPEATED_MS);
  return isFirst ? readSaid(record(body.event), id, botsIn(body), setup) : heard();
};

const botsIn = ({ authorizations }: Data): readonly string[] =>
  list(authorizations).flatMap((one) => idOf(record(one).user_id) ?? []);

/** Somebody named the bot in a channel, or wrote to it directly. */
const readSaid = (
  event: Data,
  id: string,
  bots: readonly string[],
  setup: InboundSetup,
): Inbound => {
  const { type, text, user, channel, ts, bot_id, subtype } = event;
  const direct = type === 'message' && event.channel_type === 'im';
  if (type !== 'app_mention' && !direct) return nothingHere('an event', type);
  const isBots = bot_id !== undefined || bots.some((bot) => bot === user) || subtype !== undefined;
  if (isBots || typeof text !== 'string') return heard();
  const thread = refOf(channel, ts);
  const from = fromWhom({ user: { id: user }, channel: { id: channel }, thread }, setup);
  if (!from) return nothingHere('an event of nobody');
  const { url: _, ...known } = from;
  const line = { id: `slack:${id.slice(0, 100)}`, ...known };
  const read = readLine({ ...line, text: typed(withoutBot(text, bots)) }, setup);
  return 'command' in read
    ? heard({ commands: [read.command] })
    : heard({ afterwards: tell(read.help, from, setup) });
};
