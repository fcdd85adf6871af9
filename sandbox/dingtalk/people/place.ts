import { createHash } from 'node:crypto';
import { Problem } from '../../server/problem';
import { type Group, groups } from '../api/groups';
import { chatWith, type DingTalkPerson, people } from '../api/people';
import { hooks } from '../hooks';

/** Where somebody is: in a group, or alone with the robots. */
export interface Place {
  channel: string;
  /** As robots are told of it. */
  conversationId: string;
  group?: Group;
}

export function personHere(userId: string): DingTalkPerson {
  const person = people.find((one) => one.userId === userId && !one.left);
  if (!person) throw new Problem(404, 'unknown_person', `Nobody here is ${userId}.`);
  return person;
}

/** Nobody enters the chat of somebody else, or a group that is dissolved. */
export function placeOf(person: DingTalkPerson, channel: string): Place {
  const group = groups.find(({ name }) => name === channel);
  if (group?.dissolved) throw new Problem(403, 'group_dissolved', group.note);
  if (group) return { channel, group, conversationId: group.id };
  if (hooks.list('').some((hook) => hook.channel === channel)) return alone(channel);
  if (chatWith(person) === channel) return alone(channel);
  if (people.some((one) => chatWith(one) === channel)) {
    throw new Problem(403, 'not_your_chat', `${person.name} is not in the chat ${channel}.`);
  }
  throw new Problem(404, 'unknown_channel', `There is no ${channel} here.`);
}

function alone(channel: string): Place {
  const id = createHash('sha256').update(channel).digest('base64').slice(0, 22);
  return { channel, conversationId: `cid${id}==` };
}
