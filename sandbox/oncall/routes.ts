import { Router } from 'express';
import { z } from 'zod';
import type { Desk } from '../server/desk';
import { parse } from '../server/problem';
import { targetRequest } from '../server/target';
import type { Night } from './night';
import type { Pane } from './pane';
import type { Remembered, Rules } from './rules';

const playRequest = z.strictObject({
  /** How many times faster than life. */
  speed: z.number().min(1).max(1_000_000).default(60),
  /** Answer when the night is over instead of at once. */
  wait: z.boolean().default(false),
});

const resendRequest = z.strictObject({ deliveryId: z.string() });

export function onCallRouter<Alert extends Remembered>(
  desk: Desk,
  { id, events }: Rules<Alert>,
  pane: Pane<Alert>,
  night: Night<Alert>,
): Router {
  const router = Router();
  const target = desk.targets.of(id);
  const sendRequest = z.strictObject({
    eventType: z.enum(events.map(({ type }) => type)),
    alertId: z.string().optional(),
  });

  router.post('/send', async (req, res) => {
    const { eventType, alertId } = parse(sendRequest, req.body);
    res.json(await pane.send(eventType, alertId));
  });

  router.post('/paste', async (req, res) => {
    res.json(await pane.sendBody(req.body ?? {}));
  });

  router.post('/resend', async (req, res) => {
    res.json(await pane.resend(parse(resendRequest, req.body).deliveryId));
  });

  router.post('/play', async (req, res) => {
    const { speed, wait } = parse(playRequest, req.body);
    const { finished } = night.play(speed);
    if (wait) res.json(await finished);
    else res.status(202).json(night.view());
  });

  router.post('/stop', (_req, res) => res.json(night.stop()));
  router.get('/night', (_req, res) => res.json(night.view()));
  router.get('/alerts', (_req, res) => res.json(pane.alerts));
  router.get('/overview', (_req, res) => res.json(pane.overview()));
  router.get('/target', (_req, res) => res.json(target.view()));

  router.post('/target', (req, res) => {
    target.change(parse(targetRequest, req.body));
    desk.journal.announce('target', { platform: id, ...target.view() });
    res.json(target.view());
  });

  return router;
}
