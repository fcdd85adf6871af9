import { textOf } from '../../judging/shape';
import type { ChatPeople, Line, Press, Reaction, Submission } from '../../people/people';
import { Problem } from '../../server/problem';
import { sentenceOf } from '../api/answer';
import { labelOf } from '../api/channels';
import { actionsIn } from '../api/post';
import { PEOPLE, type Person, TEAM } from '../api/world';
import type { Server } from '../server';
import { COMMAND_DOOR, executeCommand, TRIGGER } from './command';
import { shownDialog } from './dialog-fields';
import type { KeptDialog } from './dialogs';
import { reactionOf } from './done';
import { doPostAction } from './press';
import { writePost } from './say';
import { type SubmitResponse, submitDialog } from './submit';
import { complaints, submissionOf } from './typed';

export function createPeople(server: Server): ChatPeople {
  return {
    people: PEOPLE.map(({ id, first_name, last_name, email }) => ({
      id,
      name: `${first_name} ${last_name}`,
      email,
    })),
    doors: [{ id: COMMAND_DOOR, label: `Request URL of the slash command /${TRIGGER}` }],
    press: (press) => pressIn(server, press),
    say: (line) => sayIn(server, line),
    submit: (submission) => submitIn(server, submission),
  };
}

async function pressIn(server: Server, press: Press): Promise<Reaction> {
  const person = personOf(press.by);
  const postId = postIdOf(server, press.message);
  const action = actionsIn(server.posts.look(postId)?.post.props ?? {}).find(
    ({ id }) => id === press.control,
  );
  if (action?.disabled === true) return { ok: false, problem: 'The button is disabled.' };
  const asked = { postId, actionId: press.control, selectedOption: textOf(press.value) };
  return reactionOf(server, await doPostAction(server, person, asked));
}

async function sayIn(server: Server, { channel: label, text, by }: Line): Promise<Reaction> {
  const person = personOf(by);
  const channel = server.channels.all().find((one) => labelOf(one) === label);
  if (!channel) throw new Problem(404, 'unknown_channel', `There is no channel ${label} here.`);
  if (text.startsWith('/')) {
    const args = { command: text, channelId: channel.id, rootId: '' };
    return reactionOf(server, await executeCommand(server, person, args));
  }
  if (text.trim() === '') throw new Problem(400, 'no_text', 'There is nothing to send.');
  const error = writePost(server, person, channel, text);
  return error ? { ok: false, problem: sentenceOf(error) } : { ok: true };
}

async function submitIn(server: Server, submission: Submission): Promise<Reaction> {
  const { values, cancelled = false } = submission;
  const person = personOf(submission.by);
  const kept = server.dialogs.find(submission.dialog);
  if (kept?.trigger.by !== person.id) {
    throw new Problem(404, 'unknown_dialog', `${person.username} has no such dialog open.`);
  }
  const { dialog } = kept;
  if (cancelled) {
    server.dialogs.close(kept.id);
    if (!dialog.notify_on_cancel) return { ok: true };
  }
  const errors = cancelled ? {} : complaints(dialog, values);
  if (Object.keys(errors).length > 0) return again(kept, errors);
  const response = await submitDialog(server, person, {
    url: kept.url,
    callback_id: dialog.callback_id,
    state: dialog.state,
    channel_id: kept.trigger.channelId,
    team_id: server.channels.find(kept.trigger.channelId)?.between ? '' : TEAM.id,
    submission: cancelled ? {} : submissionOf(dialog, values),
    cancelled,
  });
  if ('id' in response) return { ok: false, problem: sentenceOf(response) };
  return cancelled ? { ok: true } : next(server, kept, response);
}

/** A dialog stays open while something is wrong, becomes another, or is done with. */
function next(server: Server, kept: KeptDialog, told: SubmitResponse): Reaction {
  const { error, errors, type, form } = told;
  const wrong = { ...errors, ...(error && { '': error }) };
  if (Object.keys(wrong).length > 0) return again(kept, wrong);
  server.dialogs.close(kept.id);
  if (type !== 'form' || !form) return { ok: true };
  const opened = server.dialogs.open({ trigger: kept.trigger, url: kept.url, dialog: form });
  return { ok: true, dialog: shownDialog(opened.id, form) };
}

const again = ({ id, dialog }: KeptDialog, errors: Record<string, string>): Reaction => ({
  ok: false,
  dialog: shownDialog(id, dialog, errors),
});

function personOf(id: string): Person {
  const person = PEOPLE.find((one) => one.id === id);
  if (person) return person;
  throw new Problem(404, 'unknown_person', `Nobody here has the id ${id}.`);
}

/** The journal's own id stands for the post as well. */
function postIdOf({ settings }: Server, message: string): string {
  return settings.desk.journal.messages.find(({ id }) => id === message)?.ref ?? message;
}
