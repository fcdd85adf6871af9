import { Router } from 'express';
import { z } from 'zod';
import type { ChatPeople } from '../../people/people';
import type { Desk } from '../../server/desk';
import { parse } from '../../server/problem';
import type { State } from '../api/state';
import { PEOPLE } from '../api/world';
import { DOORS } from './app';
import { install } from './install';
import { press } from './press';
import { say } from './say';

/** What people do in Teams, and what an owner or an administrator can do to the app. */
export function createPeople(desk: Desk, state: State): { people: ChatPeople; control: Router } {
  const people: ChatPeople = {
    people: PEOPLE.map(({ id, name, email }) => ({ id, name, email })),
    doors: DOORS,
    press: (pressed) => press(desk, state, pressed),
    say: (line) => say(desk, state, line),
  };
  return { people, control: controlOf(desk, state) };
}

const rotation = z.strictObject({ endorsements: z.array(z.string()).optional() });

function controlOf(desk: Desk, state: State): Router {
  return Router()
    .post('/install', async (req, res) => res.json(await install(desk, state, req.body)))
    .post('/keys', (req, res) => {
      const { endorsements } = parse(rotation, req.body);
      res.json({ kid: state.keys.rotate(endorsements) });
    });
}
