import type { Line, Reaction } from '../../people/people';
import { apps } from '../api/apps';
import { people } from '../api/people';
import type { World } from '../world';
import { command } from './command';
import type { Events } from './events';
import { lineOf } from './line';
import { mentioned } from './mention';
import { refusedAct } from './refusals';
import { whereOf } from './who';

/** Somebody types a line. */
export async function say(world: World, events: Events, line: Line): Promise<Reaction> {
  const where = whereOf(world, line);
  if ('refused' in where) return where.refused;
  const { archived, refusal, note } = where.conversation;
  if (archived || refusal) return refusedAct('closed_channel', note);
  const typed = line.text.trim();
  if (typed.startsWith('/')) return command(world, where, typed);
  const text = withIds(typed);
  const message = lineOf(world, where, text);
  world.desk.journal.addMessage('slack', message);
  const ts = String(message.ref);
  const told = apps
    .filter(({ userId }) => text.includes(`<@${userId}>`))
    .map((app) => mentioned(world, events, app, where, { text, ts }));
  await Promise.all(told);
  return { ok: true };
}

/** `@Alertwire` → `<@U0ALERTWIR>`, as Slack writes what people type. */
function withIds(typed: string): string {
  const escaped = typed.replaceAll('&', '&amp;').replace(/<(?!@U)/g, '&lt;');
  return names.reduce((text, { name, id }) => text.replace(name, `<@${id}>`), escaped);
}

const named = [
  ...apps.map(({ name, userId }) => ({ name, id: userId })),
  ...people.map(({ username, id }) => ({ name: username, id })),
];

const names = named.map(({ name, id }) => ({
  id,
  name: new RegExp(`(?<![\\w<])@${name.replaceAll('.', '\\.')}(?!\\w)`, 'gi'),
}));
