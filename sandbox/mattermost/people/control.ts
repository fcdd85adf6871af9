import { Router } from 'express';
import { z } from 'zod';
import { parse } from '../../server/problem';
import type { Server } from '../server';
import { clientApi } from './client-api';

const change = z.strictObject({ allowedUntrustedInternalConnections: z.string() });

/** What the administrator of the server may set, and what people's clients ask it for. */
export function controlOf(server: Server): Router {
  const { allowed } = server;
  const view = () => ({ allowedUntrustedInternalConnections: allowed.value });
  return Router()
    .use('/api/v4', clientApi(server))
    .get('/settings', (_req, res) => res.json(view()))
    .post('/settings', (req, res) => {
      allowed.change(parse(change, req.body).allowedUntrustedInternalConnections);
      res.json(view());
    });
}
