import { type Request, type RequestHandler, Router } from 'express';
import { faultKindsOf } from '../faults/kinds';
import type { Bot, Hook, OnCallAccount } from '../platform';
import { chats, oncalls } from '../platforms';
import type { Desk } from '../server/desk';
import { faultRoutes } from './faults';
import { messagesMatching } from './messages';
import { stream } from './stream';

export function inspectRouter(desk: Desk, resetPlatforms: () => void): Router {
  const { journal, faults } = desk;
  const router = Router();
  const reset: RequestHandler = (_req, res) => {
    resetPlatforms();
    faults.clear();
    journal.clear();
    res.json({ reset: true });
  };

  router.get('/platforms', (_req, res) => res.json(platforms()));
  router.get('/hooks', (req, res) => res.json(hooksAt(originOf(req))));
  router.get('/bots', (req, res) => res.json(botsAt(originOf(req))));
  router.get('/oncalls', (req, res) => res.json(accountsAt(originOf(req))));
  router.get('/messages', (req, res) => res.json(messagesMatching(journal.messages, req.query)));
  router.get('/requests', (_req, res) => res.json(journal.requests));
  router.get('/deliveries', (_req, res) => res.json(journal.deliveries));
  router.get('/callbacks', (_req, res) => res.json(journal.callbacks));
  router.get('/stream', stream(desk));
  router.use('/faults', faultRoutes(desk));
  router.route('/reset').post(reset).delete(reset);
  return router;
}

function platforms() {
  return {
    chats: chats.map((chat) => ({ id: chat.id, title: chat.title, faults: faultKindsOf(chat) })),
    oncalls: oncalls.map((oncall) => {
      const { id, title, events, apiEvents } = oncall;
      return { id, title, events, apiEvents, faults: faultKindsOf(oncall) };
    }),
  };
}

function hooksAt(origin: string): Hook[] {
  return chats.flatMap((platform) => platform.hooks(origin));
}

function botsAt(origin: string): Bot[] {
  return chats.flatMap((platform) => platform.bots?.(origin) ?? []);
}

function accountsAt(origin: string): OnCallAccount[] {
  return oncalls.flatMap((platform) => platform.accounts(origin));
}

function originOf(req: Request): string {
  return `http://${req.headers.host}`;
}
