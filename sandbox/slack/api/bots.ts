import type { Bot, BotChannel } from '../../platform';
import { closedTo, isVisible } from './access';
import { apps, type SlackApp } from './apps';
import { type Conversation, conversations, directMessage } from './conversations';
import { people } from './people';
import { Workspace } from './workspace';

/** The apps as the page and the tests are told of them. */
export function botsAt(origin: string): Bot[] {
  return apps.map((app) => ({
    platform: 'slack',
    name: app.name,
    baseUrl: `${origin}/slack/api`,
    credential: { botToken: app.token },
    ...(app.inbound && { inbound: { ...app.inbound } }),
    channels: [...channelsFor(app), ...peopleFor(app)],
    answers: app.refusal ?? 'ok',
    note: app.note,
  }));
}

function channelsFor(app: SlackApp): BotChannel[] {
  const fresh = new Workspace(() => 0);
  return conversations
    .filter(({ type }) => type !== 'im')
    .map((one) => ({
      id: one.id,
      name: one.name,
      answers: answer(app, one, fresh),
      note: one.note,
    }));
}

/** A message to the id of a person is a direct message. */
function peopleFor(app: SlackApp): BotChannel[] {
  return people
    .filter(({ deactivated }) => !deactivated)
    .map((person) => {
      const { name, note, ...rest } = directMessage(app, person);
      return { id: person.id, name, note, answers: answer(app, { ...rest, name, note }) };
    });
}

function answer(app: SlackApp, conversation: Conversation, workspace = new Workspace(() => 0)) {
  if (app.refusal) return app.refusal;
  if (!app.scopes.includes('chat:write')) return 'missing_scope';
  if (!isVisible(app, conversation, workspace)) return 'channel_not_found';
  return closedTo(app, conversation, workspace)?.code ?? 'ok';
}
