import { record, text } from '../../../alert/untrusted';
import type { Inbound, InboundSetup } from '../../../answers/inbound';
import { parsed } from '../../../answers/raw-body';
import { heard, SILENT } from '../../../answers/said';
import type { SocketRules } from '../../platform';
import { connect } from './connect';
import { heardPress } from './from-card';
import { isFirst } from './once';
import { readPress } from './press';
import { readSaid } from './robot-message';
import { saidTo } from './said';
import { TOPICS } from './topics';

type Json = Readonly<Record<string, unknown>>;
type Framed = ReturnType<SocketRules['frame']>;

/** The ticket is for one connection, which DingTalk ends after a while. */
const RENEW_MS = 30 * 60_000;

/** https://opensource.dingtalk.com/developerpedia/docs/learn/stream/protocol */
const frame: SocketRules['frame'] = (message, setup) => {
  const { type, headers, data } = record(parsed(message));
  const { topic, messageId } = record(headers);
  const told = { topic: text(topic) ?? '', id: text(messageId) ?? '', data: text(data) ?? '' };
  if (type === 'SYSTEM') return system(told);
  if (told.id === '') return {};
  if (type === 'EVENT') return { reply: ack(told.id, { status: 'SUCCESS' }) };
  return type === 'CALLBACK' ? callback(told, setup) : {};
};

interface Told {
  readonly topic: string;
  readonly id: string;
  readonly data: string;
}

const system = ({ topic, id, data }: Told): Framed => {
  if (topic === 'disconnect') return { end: 'reconnect' };
  return topic === 'ping' ? { reply: acked(id, data) } : {};
};

const callback = (told: Told, setup: InboundSetup): Framed => {
  const body = record(parsed(told.data));
  if (told.topic === TOPICS.robot) {
    return { reply: ack(told.id, { response: null }), inbound: spoken(body, setup) };
  }
  if (told.topic === TOPICS.card) return pressed(told, body, setup);
  const warnings = ['DingTalk sent something on the stream that is not known here.'];
  return { reply: ack(told.id, { response: null }), inbound: heard({ warnings }) };
};

/** DingTalk may tell it again. */
const spoken = (body: Json, setup: InboundSetup): Inbound => {
  const said = readSaid(body, setup);
  if ('nothing' in said) return heard({ warnings: [said.nothing] });
  return isFirst(said.msgId, setup) ? saidTo(said, setup) : heard();
};

const pressed = ({ id }: Told, body: Json, setup: InboundSetup): Framed => {
  const read = heardPress(readPress(body, id, setup), (reply) => ({
    ...SILENT,
    body: ack(id, { response: reply }),
  }));
  const reply = read.reply.body;
  const inbound = isFirst(`stream ${id}`, setup) ? read : heard();
  return { reply, inbound: { ...inbound, reply: SILENT } };
};

const ack = (messageId: string, data: object): string => acked(messageId, JSON.stringify(data));

const acked = (messageId: string, data: string): string =>
  JSON.stringify({
    code: 200,
    message: 'OK',
    headers: { messageId, contentType: 'application/json' },
    data,
  });

export const socket: SocketRules = { connect, frame, renewMs: RENEW_MS };
