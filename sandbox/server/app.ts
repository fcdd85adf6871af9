import express, { type Express, Router } from 'express';
import { inspectRouter } from '../inspect';
import type { ChatPeople } from '../people/people';
import { everyChat, peopleRouter } from '../people/routes';
import { chats, oncalls } from '../platforms';
import { wireRouter } from '../wire/receive';
import type { Desk } from './desk';
import { loopbackHost, sameOrigin } from './guards';
import { pageRouter } from './page';
import { answerProblem, Problem } from './problem';

export interface AppSettings {
  rateWindowScale: number;
}

export function createApp(desk: Desk, { rateWindowScale }: AppSettings): Express {
  const app = express().disable('x-powered-by').disable('etag');
  const resets: (() => void)[] = [];
  const peopled = new Map<string, ChatPeople>();
  const control = Router().use(sameOrigin, express.json({ type: () => true, limit: '1mb' }));
  app.use(loopbackHost);
  for (const platform of chats) {
    const receiver = platform.open({ rateWindowScale, now: desk.now, desk });
    resets.push(() => receiver.reset());
    app.use(`/${platform.id}`, wireRouter(platform, receiver, desk));
    const { people, control: own } = receiver;
    if (own) control.use(`/inspect/chats/${platform.id}`, own);
    if (people) {
      peopled.set(platform.id, people);
      control.use(`/inspect/chats/${platform.id}`, peopleRouter(platform.id, people, desk));
    }
  }
  for (const platform of oncalls) {
    const receiver = platform.open({ rateWindowScale, now: desk.now, desk });
    const { router, reset } = receiver;
    resets.push(reset);
    app.use(`/${platform.id}/api`, wireRouter(platform, receiver, desk));
    control.use(`/${platform.id}`, router);
  }
  const reset = () => {
    for (const each of resets) each();
  };
  control.get('/inspect/chats', (_req, res) => res.json(everyChat(peopled, desk)));
  control.use('/inspect', inspectRouter(desk, reset));
  app.use(pageRouter(), control);
  app.use((req) => {
    throw new Problem(404, 'not_found', `The sandbox has nothing at ${req.method} ${req.path}.`);
  });
  return app.use(answerProblem);
}
