import { createHmac } from 'node:crypto';
import { type Called, callBack } from '../../people/call-back';
import type { Desk } from '../../server/desk';
import type { DingTalkApp } from '../api/apps';
import { TOPIC_ROBOT } from '../stream/frames';
import type { Gateway } from '../stream/gateway';
import { pushTo } from '../stream/push';

/** How long DingTalk waits for a robot is not documented. */
const PATIENCE_MS = 3000;

/** A message to a robot, as its app gets it. */
export interface Mail {
  app: DingTalkApp;
  channel: string;
  msgId: string;
  /** A JSON text. */
  body: string;
  /** The same without the address to answer at. */
  shown: string;
  /** The id of the person who wrote it. */
  by: string;
}

export interface Posted extends Called {
  via: 'stream' | 'http';
}

/** Gives a message to its app: on the stream that is open for it, else at the door; or says why not. */
export async function post(desk: Desk, gateway: Gateway, mail: Mail): Promise<Posted | string> {
  const { app, body, shown, by } = mail;
  const stream = gateway.pick(app, TOPIC_ROBOT);
  const told = { kind: 'robot message', shown, by, patienceMs: PATIENCE_MS };
  if (stream) {
    const called = await pushTo(stream, { ...told, topic: TOPIC_ROBOT, data: body }, desk);
    return { ...called, via: 'stream' };
  }
  const url = app.receives && desk.doors.address('dingtalk', 'robot');
  if (!url) return `${app.name} has no stream open, and nobody has said where it is told by HTTP.`;
  const headers = { 'content-type': 'application/json; charset=utf-8', ...signed(app, desk.now()) };
  const called = await callBack(desk, { ...told, platform: 'dingtalk', url, headers, body });
  return { ...called, via: 'http' };
}

/** https://open.dingtalk.com/document/development/receive-message */
function signed({ clientSecret }: DingTalkApp, now: number): Record<string, string> {
  const timestamp = String(now);
  const hmac = createHmac('sha256', clientSecret).update(`${timestamp}\n${clientSecret}`, 'utf8');
  return { timestamp, sign: hmac.digest('base64') };
}
