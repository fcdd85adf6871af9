import type { Inbound, InboundSetup } from '../../../answers/inbound';
import { readLine } from '../../../answers/read-line';
import { heard } from '../../../answers/said';
import { aboutOf } from './about';
import type { Activity } from './activity';
import { outgoingReply, tell, working } from './replies';
import { spokenTo } from './spoken';

/** A line to the bot, which answers for the eyes of one person. */
export const said = (activity: Activity, setup: InboundSetup): Inbound => {
  const text = spokenTo(activity, 'bot');
  if (text === undefined) return heard();
  const read = readLine({ ...aboutOf(activity, setup), text }, setup);
  return 'command' in read
    ? heard({ commands: [read.command] })
    : heard({ afterwards: [tell(read.help, activity, setup)] });
};

/** A line to an outgoing webhook: without any answer Teams shows an error. */
export const saidOutgoing = (activity: Activity, setup: InboundSetup): Inbound => {
  const text = spokenTo(activity, 'outgoing') ?? '';
  const read = readLine({ ...aboutOf(activity, setup), text }, setup);
  return 'command' in read
    ? heard({ reply: outgoingReply(working(setup), setup), commands: [read.command] })
    : heard({ reply: outgoingReply(read.help, setup) });
};
