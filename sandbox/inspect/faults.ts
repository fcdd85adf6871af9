import { Router } from 'express';
import type { z } from 'zod';
import { faultRequest } from '../faults/fault';
import { faultKindsOf } from '../faults/kinds';
import { chats, oncalls } from '../platforms';
import type { Desk } from '../server/desk';
import { Problem, parse } from '../server/problem';

export function faultRoutes({ faults, journal }: Desk): Router {
  const router = Router();

  router.get('/', (_req, res) => res.json(faults.pending));

  router.post('/', (req, res) => {
    const request = parse(faultRequest, req.body);
    checkPossible(request);
    const fault = faults.add(request);
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

/** A fault nobody can meet would wait for ever. */
function checkPossible({ platform, kind }: z.output<typeof faultRequest>): void {
  const places = [...chats, ...oncalls].filter(
    ({ id }) => platform === undefined || id === platform,
  );
  if (places.some((place) => faultKindsOf(place).includes(kind))) return;
  const where = places.length === 1 ? places[0]?.title : (platform ?? 'any platform here');
  throw new Problem(400, 'impossible_fault', `There is no ${kind} at ${where}.`);
}
