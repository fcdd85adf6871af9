import type { Line, Reaction } from '../../people/people';
import type { Desk } from '../../server/desk';
import { apps, type DingTalkApp } from '../api/apps';
import type { DingTalkPerson } from '../api/people';
import type { Mailbag } from './mailbag';
import { mentionsIn } from './mentions';
import { type Place, personHere, placeOf } from './place';
import { reactionTo } from './robot-answer';
import type { Mail } from './robot-door';
import { robotMessage } from './robot-message';
import { SESSION_PATH } from './session-hook';
import type { Sessions } from './sessions';

export interface Talk {
  desk: Desk;
  sessions: Sessions;
  mailbag: Mailbag;
}

/** A line is seen by all who are there; a robot gets it that is called, or is alone with somebody. */
export async function say({ desk, sessions, mailbag }: Talk, line: Line): Promise<Reaction> {
  const person = personHere(line.by);
  const place = placeOf(person, line.channel);
  show(desk, person, line);
  const app = addressed(place, line.text);
  if (!app) return { ok: true };
  if (app.stopped) return { ok: false, problem: app.note };
  const mail = mailFor(desk, sessions, { app, person, place, text: line.text });
  return reactionTo(desk, mail, await mailbag.send(mail));
}

function show({ journal }: Desk, { name, userId }: DingTalkPerson, { channel, text }: Line): void {
  const size = { used: Buffer.byteLength(text), limit: 20_000, unit: 'bytes' };
  const pings = mentionsIn(text).persons.map((each) => `@${each.name}`);
  const payload = { person: name, userId, msgtype: 'text', text: { content: text } };
  journal.addMessage('dingtalk', { channel, text, payload, pings, size });
}

/** In a group the first robot there that is called; in private the one that is called, or Alertwire's. */
function addressed({ group, channel }: Place, text: string): DingTalkApp | undefined {
  const { robots } = mentionsIn(text);
  if (group) return robots.find(({ name }) => group.robots.includes(name));
  return channel.startsWith('@') ? (robots[0] ?? apps[0]) : undefined;
}

interface Written {
  app: DingTalkApp;
  person: DingTalkPerson;
  place: Place;
  text: string;
}

function mailFor({ now, origin }: Desk, sessions: Sessions, written: Written): Mail {
  const { app, person, place, text } = written;
  const { session, until } = sessions.open(app, place.channel);
  const { persons, rest } = mentionsIn(text);
  const webhook = (each: string) => `${origin}/dingtalk${SESSION_PATH}?session=${each}`;
  const message = robotMessage({
    ...{ app, person, place, called: persons, text: rest, now: now() },
    sessionWebhook: webhook(session),
    sessionWebhookExpiredTime: until,
  });
  return {
    app,
    channel: place.channel,
    msgId: String(message.msgId),
    body: JSON.stringify(message),
    shown: JSON.stringify({ ...message, sessionWebhook: webhook('…') }),
    by: person.userId,
  };
}
