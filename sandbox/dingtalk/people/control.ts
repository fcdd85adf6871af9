import { Router } from 'express';
import { z } from 'zod';
import { Problem, parse } from '../../server/problem';
import { apps, type DingTalkApp } from '../api/apps';
import type { Connection } from '../stream/connection';
import type { Hand } from './press';
import { reactionTo } from './robot-answer';

const whose = z.strictObject({ app: z.string().optional() });
const ending = z.strictObject({ app: z.string().optional(), abruptly: z.boolean().optional() });
const which = z.strictObject({ msgId: z.string().optional() });

/** What DingTalk does by itself: it ends streams, pings them, and sends a message a second time. */
export function controlRouter({ desk, gateway, mailbag }: Hand): Router {
  const router = Router();

  router.get('/streams', (_req, res) => res.json(gateway.of().map(view)));
  router.post('/streams/ping', async (req, res) => {
    const found = gateway.of(appNamed(parse(whose, req.body).app));
    const answered = await Promise.all(found.map((each) => gateway.ping(each)));
    res.json(found.map((each, index) => ({ ...view(each), answered: answered[index] })));
  });
  router.post('/streams/disconnect', (req, res) => {
    const { app, abruptly } = parse(ending, req.body);
    const found = gateway.of(appNamed(app));
    for (const each of found) abruptly ? each.breakOff() : each.sayFarewell();
    res.json(found.map(view));
  });
  router.post('/redeliver', async (req, res) => {
    const mail = mailbag.find(parse(which, req.body).msgId);
    if (!mail) throw new Problem(404, 'unknown_message', 'No robot was sent such a message.');
    res.json(reactionTo(desk, mail, await mailbag.again(mail)));
  });
  return router;
}

const view = ({ id, app, topics }: Connection) => ({ id, app: app.name, topics });

function appNamed(name: string | undefined): DingTalkApp | undefined {
  const app = apps.find((one) => one.name === name);
  if (name !== undefined && !app) throw new Problem(404, 'unknown_app', `There is no ${name}.`);
  return app;
}
