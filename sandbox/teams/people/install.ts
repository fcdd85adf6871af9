import { z } from 'zod';
import type { JsonObject } from '../../judging/shape';
import type { Desk } from '../../server/desk';
import { Problem, parse } from '../../server/problem';
import { accountOf } from '../api/bots';
import type { Conversation } from '../api/conversations';
import type { State } from '../api/state';
import { PEOPLE, type Person, TEAM } from '../api/world';
import { activityOf } from './activity';
import { APP } from './app';
import { callBot, isTaken } from './call-bot';
import { PATIENCE_MS } from './words';

const request = z.strictObject({
  /** The channel in which somebody adds the app to the team. */
  channel: z.string().optional(),
  /** By name: whose chat the app is added to. */
  person: z.string().optional(),
  remove: z.boolean().default(false),
});

/** Adds the app somewhere, or removes it, and tells it so. */
export async function install(desk: Desk, state: State, body: unknown): Promise<{ ok: boolean }> {
  const { channel, person, remove } = parse(request, body);
  const place = person === undefined ? teamPlace(state, channel) : chatWith(state, person);
  state.conversations.installations.set(APP, place.home, !remove);
  const events = place.person
    ? chatEvents(desk, place, place.person, remove)
    : teamEvents(desk, place, remove);
  let ok = true;
  for (const event of events) {
    ok = isTaken(await callBot(desk, state.keys, event, PATIENCE_MS.activity)) && ok;
  }
  return { ok };
}

function teamPlace({ conversations }: State, name = 'General'): Conversation {
  const channel = conversations.channel(APP, (one) => one.name === name);
  if (channel && channel.refusal !== 'ConversationNotFound') return channel;
  throw new Problem(404, 'unknown_channel', `The team has no channel ${name}.`);
}

function chatWith({ conversations }: State, name: string): Conversation {
  const person = PEOPLE.find((one) => one.name === name);
  if (person) return conversations.open(APP, person);
  throw new Problem(404, 'unknown_person', `Nobody here is called ${name}.`);
}

const BOT = { id: accountOf(APP) };

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events */
function teamEvents(desk: Desk, conversation: Conversation, remove: boolean): JsonObject[] {
  const person = PEOPLE[0] as Person;
  const { channelData, ...common } = activityOf(desk, { conversation, person });
  const { tenant } = Object(channelData);
  const settings = { selectedChannel: { id: conversation.id } };
  const team = { ...TEAM };
  const channel = { id: conversation.id };
  const source = { name: 'message' };
  const eventType = remove ? 'teamMemberRemoved' : 'teamMemberAdded';
  const members = remove ? { membersRemoved: [BOT] } : { membersAdded: [BOT] };
  const update = { type: 'conversationUpdate', ...common, ...members };
  const installed = { type: 'installationUpdate', action: actionOf(remove), ...common };
  return [
    { ...update, channelData: { ...(!remove && { settings }), team, eventType, tenant } },
    { ...installed, channelData: { settings, team, channel, tenant, source } },
  ];
}

/** Nobody leaves a chat: only its installation ends. */
function chatEvents(
  desk: Desk,
  conversation: Conversation,
  person: Person,
  remove: boolean,
): JsonObject[] {
  const common = () => activityOf(desk, { conversation, person });
  const installed = { type: 'installationUpdate', action: actionOf(remove), ...common() };
  if (remove) return [installed];
  const membersAdded = [BOT, { id: person.id, aadObjectId: person.objectId }];
  return [{ type: 'conversationUpdate', ...common(), membersAdded }, installed];
}

const actionOf = (remove: boolean): string => (remove ? 'remove' : 'add');
