import type { Inbound, InboundRefusal, InboundSetup } from '../../../answers/inbound';
import { jsonIn } from '../../../answers/raw-body';
import {
  heard,
  jsonReply,
  noSecret,
  notAuthentic,
  notTimely,
  replayed,
  unreadable,
} from '../../../answers/said';
import type { InboundRequest } from '../../../http/types';
import { isWithin } from '../../../http/verify/hmac';
import { only, timeIn } from './headers';
import { isFirst } from './once';
import { readSaid } from './robot-message';
import { saidTo } from './said';
import { isOfRobot } from './signatures';

/** As documented, on both sides. */
const WINDOW_MS = 3_600_000;

/** Nothing is said in the group. */
const EMPTY = jsonReply({ msgtype: 'empty' });

/** A message to the robot. The signature leaves the body open, so each message is taken once. */
export const fromRobot = (
  request: InboundRequest,
  setup: InboundSetup,
): Inbound | InboundRefusal => {
  if (!setup.credential.clientSecret?.trim()) return noSecret('client secret');
  const [timestamp = '', sign = ''] = [only(request, 'timestamp'), only(request, 'sign')];
  if (!isOfRobot({ timestamp, sign }, setup.credential)) return notAuthentic;
  if (!isWithin(timeIn(timestamp), setup.clock.now(), WINDOW_MS)) return notTimely;
  const body = jsonIn(request);
  if (!body) return unreadable;
  const said = readSaid(body, setup);
  if ('nothing' in said) return heard({ reply: EMPTY, warnings: [said.nothing] });
  if (!isFirst(`${timestamp} ${said.msgId}`, setup)) return replayed;
  const read = isFirst(said.msgId, setup) ? saidTo(said, setup) : heard();
  return { ...read, reply: EMPTY };
};
