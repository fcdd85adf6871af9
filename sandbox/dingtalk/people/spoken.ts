import type { JsonObject } from '../../judging/shape';
import type { NewMessage } from '../../platform';
import { shownText } from '../message';
import { pingsOf } from '../pings';
import { sizeOf } from '../size';
import type { Session } from './sessions';

/** What a robot says in answer to somebody. */
export function spoken(
  { app, channel }: Pick<Session, 'app' | 'channel'>,
  payload: JsonObject,
  body: Buffer,
): NewMessage {
  return {
    channel,
    text: shownText(payload),
    payload: { robot: app.name, ...payload },
    pings: pingsOf(payload),
    size: sizeOf(body),
  };
}
