import { Router } from 'express';
import { z } from 'zod';
import { parse } from '../../server/problem';
import type { Server } from '../server';
import { clientApi } from './client-api';
import { shownDialog } from './dialog-fields';
import type { KeptDialog } from './dialogs';

const change = z.strictObject({ allowedUntrustedInternalConnections: z.string() });

/** What the administrator of the server may set, and what people's clients ask it for. */
export function controlOf(server: Server): Router {
  const { allowed, dialogs } = server;
  const view = () => ({ allowedUntrustedInternalConnections: allowed.value });
  return Router()
    .use('/api/v4', clientApi(server))
    .get('/dialogs', (_req, res) => {
      const shown = ({ id, trigger, dialog }: KeptDialog) => ({
        by: trigger.by,
        dialog: shownDialog(id, dialog),
      });
      res.json(dialogs.all().map(shown));
    })
    .get('/settings', (_req, res) => res.json(view()))
    .post('/settings', (req, res) => {
      allowed.change(parse(change, req.body).allowedUntrustedInternalConnections);
      res.json(view());
    });
}
