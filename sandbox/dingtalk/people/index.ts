import type { ChatPeople } from '../../people/people';
import { people } from '../api/people';
import { type Hand, press } from './press';
import { say } from './say';

/** What people do in DingTalk. */
export function createPeople(hand: Hand): ChatPeople {
  return {
    people: people.filter(({ left }) => !left).map(({ userId, name }) => ({ id: userId, name })),
    doors: [{ id: 'robot', label: 'Message receiving address of the robot (HTTP mode)' }],
    press: (each) => press(hand, each),
    say: (line) => say(hand, line),
  };
}
