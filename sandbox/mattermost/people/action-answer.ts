import { z } from 'zod';
import { describeIssue } from '../../judging/issue';
import { isObject } from '../../judging/shape';
import type { ApiError } from '../api/answer';
import { changed } from '../api/changed';
import { messageOf } from '../api/message';
import { newPost } from '../api/post';
import type { KeptPost } from '../api/posts';
import { validityError } from '../api/validity';
import type { Person } from '../api/world';
import type { Server } from '../server';
import type { Done } from './done';
import { withLinks } from './slack-text';
import type { Trigger } from './triggers';

const text = z.string().nullish();

/** What Go can put into `PostActionIntegrationResponse`; other names are ignored. */
const answer = z.object({
  update: z.looseObject({ message: text, props: z.looseObject({}).nullish() }).nullish(),
  ephemeral_text: text,
  skip_slack_parsing: z.boolean().nullish(),
  goto_location: text,
  error: z.unknown().optional(),
});

export type ActionAnswer = z.output<typeof answer>;

/** Nothing at all is an answer as well. */
export function readAnswer(body: string): ActionAnswer | { flaw: string } {
  if (body === '') return {};
  try {
    const { data, error } = answer.safeParse(JSON.parse(body) ?? {});
    const [issue] = error?.issues ?? [];
    return data ?? { flaw: issue ? describeIssue('The answer', issue) : 'It does not fit.' };
  } catch {
    return { flaw: 'The answer is not JSON.' };
  }
}

interface Click {
  person: Person;
  kept: KeptPost;
  trigger: Trigger;
}

export function applyAnswer(server: Server, click: Click, told: ActionAnswer): Done | ApiError {
  const error = told.update && update(server, click, told.update);
  if (error) return error;
  if (told.ephemeral_text) whisper(server, click, told);
  return {
    trigger: click.trigger,
    ...(told.goto_location && { gotoLocation: told.goto_location }),
    ...complaintIn(told),
  };
}

/** What is left out of `props` stays; an empty object removes everything, buttons too. */
function update(
  { posts, channels, settings }: Server,
  { kept: clicked }: Click,
  { message, props }: NonNullable<ActionAnswer['update']>,
): ApiError | undefined {
  const kept = posts.look(clicked.post.id);
  if (!kept || kept.onlyFor) {
    return { id: 'app.post.get.app_error', reason: 'What one person sees cannot be changed.' };
  }
  const { post } = kept;
  const id = 'api.post.update_post.permissions_details.app_error';
  if (post.delete_at > 0) {
    return { id, reason: 'The post was deleted meanwhile.', params: { post: post.id } };
  }
  const asked = { message: message ?? '', ...(props && { props }) };
  const error = archivedError(channels.find(post.channel_id)?.archived);
  const flaw = error ?? validityError(asked.message, asked.props ?? {});
  if (flaw) return flaw;
  const next = { ...kept, post: changed(post, asked, settings.now()) };
  posts.keep(next);
  settings.desk.journal.updateMessage('mattermost', messageOf(next, channels));
  return undefined;
}

function archivedError(archived: boolean | undefined): ApiError | undefined {
  if (!archived) return undefined;
  const id = 'api.post.update_post.can_not_update_post_in_deleted.error';
  return { id, reason: 'The channel was archived.' };
}

/** Hangs on the thread of the post, for nobody else. */
function whisper({ posts, channels, settings }: Server, click: Click, told: ActionAnswer): void {
  const { post } = click.kept;
  const words = told.ephemeral_text ?? '';
  const kept: KeptPost = {
    post: newPost({
      user_id: click.person.id,
      channel_id: post.channel_id,
      root_id: post.root_id || post.id,
      message: told.skip_slack_parsing ? words : withLinks(words),
      type: 'system_ephemeral',
      create_at: settings.now(),
      update_at: 0,
    }),
    pings: [],
    onlyFor: click.person.id,
  };
  posts.keep(kept);
  settings.desk.journal.addMessage('mattermost', messageOf(kept, channels));
}

/**
 * Shown below the buttons since version 10.5, and these words where the app gives none.
 * https://docs.mattermost.com/developers/integrate/plugins/interactive-messages
 */
function complaintIn({ error }: ActionAnswer): Pick<Done, 'complaint'> {
  if (!isObject(error)) return {};
  const said = typeof error.message === 'string' && error.message;
  return { complaint: said || 'Action failed to execute' };
}
