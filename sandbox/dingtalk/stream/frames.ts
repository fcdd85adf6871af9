import { parseObject } from '../../judging/decode';
import { isObject, textOf } from '../../judging/shape';

export const TOPIC_ROBOT = '/v1.0/im/bot/messages/get';
export const TOPIC_CARD = '/v1.0/card/instances/callback';

/** What the gateway sends: https://opensource.dingtalk.com/developerpedia/docs/learn/stream/protocol */
export interface Frame {
  type: 'SYSTEM' | 'CALLBACK';
  topic: string;
  messageId: string;
  /** A JSON text. */
  data: string;
}

export function written({ type, topic, messageId, data }: Frame, time: number): string {
  const headers = { topic, messageId, contentType: 'application/json', time: String(time) };
  return JSON.stringify({ specVersion: '1.0', type, headers, data });
}

/** What a client says to a frame. */
export interface Ack {
  messageId: string;
  code: number;
  /** A JSON text. */
  data: string;
}

/** Undefined for what is no ack. */
export function readAck(text: string): Ack | undefined {
  const decoded = parseObject(text);
  if ('flaw' in decoded) return undefined;
  const { code, headers, data } = decoded.payload;
  if (!isObject(headers) || typeof code !== 'number') return undefined;
  return { messageId: textOf(headers.messageId), code, data: textOf(data) };
}
