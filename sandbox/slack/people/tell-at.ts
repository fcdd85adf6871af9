import type { JsonObject } from '../../judging/shape';
import { callBack } from '../../people/call-back';
import type { SlackApp } from '../api/apps';
import type { World } from '../world';
import { NOWHERE, type Told, toldBy } from './called';
import { type Door, type News, PATIENCE_MS } from './news';
import { shownPayload } from './shown';
import { signed } from './signature';

const AGENT = 'Slackbot 1.0 (+https://api.slack.com/robots)';
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** A signed request to an address of an app. */
export async function tellAt(
  { desk }: World,
  app: SlackApp,
  { door, kind, payload, by, retry }: News,
  url: string,
): Promise<Told> {
  if (!app.inbound) return NOWHERE;
  const body = written(door, payload);
  const again = retry && {
    'x-slack-retry-num': String(retry.number),
    'x-slack-retry-reason': retry.reason,
  };
  const headers = {
    'content-type': door === 'events' ? JSON_TYPE : FORM,
    accept: `${JSON_TYPE},*/*`,
    'user-agent': AGENT,
    ...signed(app.inbound.signingSecret, desk.now(), body),
    ...again,
  };
  const shown = written(door, shownPayload(payload));
  const call = { platform: 'slack', kind, url, headers, body, shown, patienceMs: PATIENCE_MS };
  return toldBy(await callBack(desk, by === undefined ? call : { ...call, by }));
}

/** Interactivity is one field of a form, a command is its fields, an event is JSON. */
function written(door: Door, payload: JsonObject): string {
  if (door === 'events') return JSON.stringify(payload);
  const fields =
    door === 'interactivity'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, String(value)]));
  return new URLSearchParams(fields).toString();
}
