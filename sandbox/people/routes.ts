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

/** Who is there in each chat that takes orders from people, and where its apps are called back. */
export function everyChat(chats: ReadonlyMap<string, ChatPeople>, desk: Desk) {
  return Object.fromEntries(
    [...chats].map(([id, chat]) => [id, { people: chat.people, doors: doorsOf(id, chat, desk) }]),
  );
}

function doorsOf(platform: string, chat: ChatPeople, { doors }: Desk) {
  return chat.doors.map((door) => {
    const checked = chat.checked?.(door.id);
    const url = doors.address(platform, door.id) ?? null;
    return { ...door, url, ...(checked !== undefined && { checked }) };
  });
}

/** What people do in one chat, and where its apps are called back. */
export function peopleRouter(platform: string, chat: ChatPeople, desk: Desk): Router {
  const { doors, journal } = desk;
  const router = Router();
  const view = () => doorsOf(platform, chat, desk);

  router.get('/people', (_req, res) => res.json(chat.people));
  router.get('/doors', (_req, res) => res.json(view()));
  router.post('/doors', async (req, res) => {
    const changes = Object.entries(parse(addresses, req.body));
    for (const [door, address] of changes) {
      if (!chat.doors.some(({ id }) => id === door)) {
        throw new Problem(404, 'unknown_door', `There is no ${JSON.stringify(door)} here.`);
      }
      doors.change(platform, door, address);
    }
    for (const [door, address] of changes) if (address !== '') await chat.check?.(door);
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
