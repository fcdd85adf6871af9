import { parseObject } from '../../judging/decode';
import type { Reaction } from '../../people/people';
import type { Desk } from '../../server/desk';
import { objectionTo } from '../message';
import { sizeObjection } from '../size';
import type { Mail, Posted } from './robot-door';
import { spoken } from './spoken';

/** DingTalk shows nobody what became of a message to a robot; the sandbox says it. */
export function reactionTo(
  { journal }: Pick<Desk, 'journal'>,
  { app, channel }: Mail,
  posted: Posted | string,
): Reaction {
  if (typeof posted === 'string') return { ok: false, problem: posted };
  const { status, reason, via, body } = posted;
  if (status === null) return { ok: false, problem: `${reason}` };
  if (status < 200 || status > 299) {
    return { ok: false, problem: `${app.name} answered with ${status}.` };
  }
  if (via === 'stream') return { ok: true };
  const decoded = parseObject(body);
  if ('flaw' in decoded || decoded.payload.msgtype === undefined) return { ok: true };
  const { payload } = decoded;
  if (payload.msgtype === 'empty') return { ok: true };
  const bytes = Buffer.from(body);
  const objection = sizeObjection(bytes) ?? objectionTo(payload);
  if (objection) return { ok: false, problem: `The answer is no message: ${objection.reason}` };
  journal.addMessage('dingtalk', spoken({ app, channel }, payload, bytes));
  return { ok: true };
}
