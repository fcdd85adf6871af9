import { Router } from 'express';
import { faultRequest } from '../faults/fault';
import type { Desk } from '../server/desk';
import { parse } from '../server/problem';

export function faultRoutes({ faults, journal }: Desk): Router {
  const router = Router();

  router.get('/', (_req, res) => res.json(faults.pending));

  router.post('/', (req, res) => {
    const fault = faults.add(parse(faultRequest, req.body));
    journal.announce('faults', faults.pending);
    res.status(201).json(fault);
  });

  router.delete('/', (_req, res) => {
    faults.clear();
    journal.announce('faults', faults.pending);
    res.json(faults.pending);
  });

  return router;
}
