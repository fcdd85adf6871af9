import { Router } from 'express';
import { z } from 'zod';
import type { Desk } from '../server/desk';
import { Problem, parse } from '../server/problem';
import type { ChatPeople } from './people';

const press = z.strictObject({
  channel: z.string(),
  message: z.string(),
  control: z.string(),
  value: z.string().optional(),
  inputs: z.record(z.string(), z.string()).optional(),
  by: z.string(),
});
const line = z.strictObject({ channel: z.string(), text: z.string(), by: z.string() });
const submission = z.strictObject({
  dialog: z.string(),
  values: z.record(z.string(), z.string()).default({}),
  cancelled: z.boolean().optional(),
  by: z.string(),
});
const addresses = z.record(z.string(), z.string());

/** What people do in one chat, and where its apps are called back. */
export function peopleRouter(platform: string, chat: ChatPeople, { doors, journal }: Desk): Router {
  const router = Router();
  const view = () =>
    chat.doors.map((door) => ({ ...door, url: doors.address(platform, door.id) ?? null }));

  router.get('/people', (_req, res) => res.json(chat.people));
  router.get('/doors', (_req, res) => res.json(view()));
  router.post('/doors', (req, res) => {
    for (const [door, address] of Object.entries(parse(addresses, req.body))) {
      if (!chat.doors.some(({ id }) => id === door)) {
        throw new Problem(404, 'unknown_door', `There is no ${JSON.stringify(door)} here.`);
      }
      doors.change(platform, door, address);
    }
    journal.announce('doors', { platform, doors: view() });
    res.json(view());
  });
  router.post('/press', async (req, res) => res.json(await chat.press(parse(press, req.body))));
  router.post('/say', async (req, res) => res.json(await chat.say(parse(line, req.body))));
  router.post('/submit', async (req, res) => {
    if (!chat.submit) throw new Problem(404, 'no_dialogs', 'This chat has no dialogs.');
    res.json(await chat.submit(parse(submission, req.body)));
  });
  return router;
}
