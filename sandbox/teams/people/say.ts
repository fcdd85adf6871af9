import type { JsonObject } from '../../judging/shape';
import type { Line, Reaction } from '../../people/people';
import type { Desk } from '../../server/desk';
import { Problem } from '../../server/problem';
import { sizeOf } from '../api/activity';
import { accountOf } from '../api/bots';
import type { Conversation } from '../api/conversations';
import type { State } from '../api/state';
import { type Person, TEAM } from '../api/world';
import { activityOf, CLIENT } from './activity';
import { APP, OUTGOING } from './app';
import { callBot, isTaken } from './call-bot';
import { htmlOf, type Written, write } from './mentions';
import { callOutgoing } from './outgoing';
import { isAppIn, personWith, placeOf } from './place';
import { PATIENCE_MS } from './words';

/** Somebody writes a message; apps hear of it where they are mentioned, and in a chat of two. */
export async function say(desk: Desk, state: State, line: Line): Promise<Reaction> {
  const person = personWith(line.by);
  const conversation = placeOf(state, line.channel, person);
  if (line.text.trim() === '') throw new Problem(400, 'no_text', 'Nothing was typed.');
  const written = write(line.text.trim(), mentionable(conversation));
  const id = keep(desk, state, conversation, person, written);
  const activity = messageOf(desk, { conversation, person, id, written });
  const { mentioned } = written;
  const calls: Promise<boolean>[] = [];
  if (isAppIn(conversation) && (conversation.person || mentioned.includes(APP.name))) {
    const called = callBot(desk, state.keys, activity, PATIENCE_MS.activity);
    calls.push(called.then(isTaken));
  }
  if (mentioned.includes(OUTGOING.name)) {
    calls.push(callOutgoing(desk, state, conversation, activity));
  }
  return { ok: (await Promise.all(calls)).every(Boolean) };
}

/** An outgoing webhook is heard in the channels everybody of the team sees. */
function mentionable(conversation: Conversation): string[] {
  const app = isAppIn(conversation) ? [APP.name] : [];
  return conversation.home === TEAM.id ? [...app, OUTGOING.name] : app;
}

interface Said {
  conversation: Conversation;
  person: Person;
  id: string;
  written: Written;
}

const MENTION = {
  type: 'mention',
  text: `<at>${APP.name}</at>`,
  mentioned: { id: accountOf(APP), name: APP.name },
};

const mentionsIn = ({ mentioned }: Written) => (mentioned.includes(APP.name) ? [MENTION] : []);

function messageOf(desk: Desk, { conversation, person, id, written }: Said): JsonObject {
  const { text } = written;
  return {
    type: 'message',
    ...activityOf(desk, { conversation, person, rootId: id }),
    id,
    text,
    textFormat: 'plain',
    attachments: [{ contentType: 'text/html', content: htmlOf(text) }],
    entities: [...mentionsIn(written), CLIENT],
  };
}

/** The message as everybody sees it; a bot may answer in its thread. */
function keep(
  { journal, now }: Desk,
  { activities }: State,
  conversation: Conversation,
  { id: by, name }: Person,
  { text, mentioned }: Written,
): string {
  const id = activities.newId(now());
  const entities = mentioned.map((one) => ({ type: 'mention', text: `<at>${one}</at>` }));
  const payload = { type: 'message', text, entities, from: { id: by, name } };
  const size = sizeOf(payload);
  const message = { channel: conversation.name, text, payload, pings: [], size, ref: id };
  activities.keep({
    id,
    conversationId: conversation.id,
    rootId: id,
    appId: '',
    targeted: false,
    message,
  });
  journal.addMessage('teams', message);
  return id;
}
