import { digest } from '../../../alert/digest';
import { record, text } from '../../../alert/untrusted';
import type { Click, Inbound, InboundRefusal, InboundSetup } from '../../../answers/inbound';
import { parsed } from '../../../answers/raw-body';
import { readClick } from '../../../answers/read-click';
import { heard, jsonReply, notAuthentic } from '../../../answers/said';
import { unseal } from '../../../answers/seal';
import { sentenceOf } from '../../../answers/sentence';
import { isId } from '../api-answer';
import { NOTE as LONGEST_NOTE } from '../limits';
import { NOTE } from './dialog';
import { fromWhom } from './from';
import { nothingHere } from './unknown';
import { firstTime } from './verify';

type Data = Readonly<Record<string, unknown>>;

/**
 * Somebody sent a dialog of ours. What it was opened with is sealed and names the person; that is
 * the proof. https://docs.mattermost.com/developers/integrate/plugins/interactive-dialogs
 */
export const readSubmission = (body: Data, setup: InboundSetup): Inbound | InboundRefusal => {
  const state = text(body.state) ?? '';
  const opened = unseal(state, setup.keys);
  const told = record(parsed(opened ?? ''));
  const user = record(told.user);
  if (opened === undefined || !isId(user.id) || user.id !== body.user_id) return notAuthentic;
  const repeated = firstTime(state, setup);
  if (repeated) return repeated;
  if (body.cancelled === true) return heard({ reply: CLOSED });
  const { id: channel_id, name: channel_name } = record(told.channel);
  const { id: user_id, name: user_name } = user;
  const fields = { user_id, user_name, channel_id, channel_name, post_id: told.post };
  const from = fromWhom(fields, setup);
  if (!from) return nothingHere('a dialog of nobody');
  const messageRef = from.answer.thread;
  const click: Click = {
    id: `mattermost:${digest(state).slice(0, 32)}`,
    token: told.token,
    arguments: { ...textsIn(told.picked), ...noteIn(body) },
    ...from,
    ...(messageRef && { messageRef }),
  };
  const read = readClick(click, setup);
  if ('command' in read) return heard({ reply: CLOSED, commands: [read.command] });
  const reply = jsonReply({ error: sentenceOf(read.refused.problem) });
  return heard({ reply, refused: [read.refused] });
};

const CLOSED = jsonReply({});

const noteIn = ({ submission }: Data): Readonly<Record<string, string>> => {
  const note = text(record(submission)[NOTE]);
  return note === undefined ? {} : { note: note.slice(0, LONGEST_NOTE).toWellFormed().trim() };
};

const textsIn = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(record(value)).flatMap(([name, one]) =>
      typeof one === 'string' ? [[name, one] as const] : [],
    ),
  );
