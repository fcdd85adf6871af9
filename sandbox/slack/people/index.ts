import { Router } from 'express';
import type { ChatPeople } from '../../people/people';
import { apps } from '../api/apps';
import { people } from '../api/people';
import { dialogOf } from '../views/dialog';
import type { World } from '../world';
import { Events } from './events';
import { press } from './press';
import { RequestUrls } from './request-urls';
import { say } from './say';
import { submit } from './submit';

const DOORS = [
  { id: 'interactivity', label: 'Interactivity request URL' },
  { id: 'commands', label: 'Request URL of /alertwire' },
  { id: 'events', label: 'Event subscriptions request URL' },
];

/** What people do in Slack. */
export function createPeople(world: World) {
  const urls = new RequestUrls(world);
  const events = new Events(world, urls);
  const chat: ChatPeople = {
    people: people
      .filter(({ deactivated }) => !deactivated)
      .map(({ id, realName, email }) => ({ id, name: realName, email })),
    doors: DOORS,
    check: (door) => urls.check(door),
    checked: (door) => urls.resultOf(door),
    press: (act) => press(world, act),
    say: (line) => say(world, events, line),
    submit: (submission) => submit(world, submission),
  };
  return { people: chat, control: controlOf(world, events), forget: () => events.clear() };
}

/** What else can be done to this Slack, and seen of it. */
function controlOf({ gateway, views }: World, events: Events): Router {
  const router = Router();
  router.get('/sockets', (_req, res) =>
    res.json(apps.map((app) => ({ app: app.name, connections: gateway.countOf(app) }))),
  );
  router.post('/sockets/refresh', (_req, res) => res.json({ told: gateway.refresh() }));
  router.post('/events/retry', async (_req, res) => res.json({ retried: await events.retryDue() }));
  router.get('/dialogs', (_req, res) =>
    res.json(views.all().map((view) => ({ by: view.by, dialog: dialogOf(view) }))),
  );
  return router;
}
