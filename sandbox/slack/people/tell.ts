import type { SlackApp } from '../api/apps';
import type { World } from '../world';
import { NOWHERE, type Told, toldBy } from './called';
import type { News } from './news';
import { tellAt } from './tell-at';

const ENVELOPES = {
  interactivity: 'interactive',
  commands: 'slash_commands',
  events: 'events_api',
} as const;

/** Tells an app through a socket when it has one open, else at its address. */
export async function tell(world: World, app: SlackApp, news: News): Promise<Told> {
  const { desk, gateway } = world;
  const { door } = news;
  if (gateway.isOpen(app)) return toldBy(await gateway.send(app, ENVELOPES[door], news));
  const url = desk.doors.address('slack', door);
  return url === undefined ? NOWHERE : tellAt(world, app, news, url);
}
