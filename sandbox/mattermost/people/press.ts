import { isObject, type JsonObject, textOf } from '../../judging/shape';
import { type ApiError, forbidden } from '../api/answer';
import { isMember } from '../api/channels';
import { actionsIn } from '../api/post';
import type { KeptPost } from '../api/posts';
import { type Channel, type Person, TEAM } from '../api/world';
import type { Server } from '../server';
import { applyAnswer, readAnswer } from './action-answer';
import { callApp, whyFailed } from './call-app';
import { concealedContext } from './concealed';
import type { Done } from './done';

export interface PostAction {
  postId: string;
  actionId: string;
  /** What was picked from a menu. */
  selectedOption?: string | undefined;
}

/**
 * Somebody clicks a button of a post, or picks from its menu: in the order of the server.
 * https://github.com/mattermost/mattermost/blob/master/server/channels/app/integration_action.go
 */
export async function doPostAction(
  server: Server,
  person: Person,
  asked: PostAction,
): Promise<Done | ApiError> {
  // what older servers find no route for
  if (!/^[A-Za-z0-9]+$/.test(asked.actionId)) return DEAD;
  const found = actionOf(server, person, asked);
  if ('id' in found) return found;
  const { kept, channel, action, integration } = found;
  const { trigger, triggerId } = server.triggers.pull(person.id, channel.id);
  const { selectedOption } = asked;
  const picked = selectedOption ? { selected_option: selectedOption } : {};
  const body: PostActionRequest = {
    user_id: person.id,
    user_name: person.username,
    channel_id: channel.id,
    channel_name: channel.name,
    ...teamOf(channel),
    post_id: kept.post.id,
    trigger_id: triggerId,
    type: textOf(action.type) || 'button',
    data_source: selectedOption ? textOf(action.data_source) : '',
    ...contextOf({ ...objectOf(integration.context), ...picked }),
  };
  const called = await callApp(server, {
    kind: 'post_action',
    url: textOf(integration.url),
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
    shown: JSON.stringify(shownOf(body)),
    by: person.id,
  });
  const reason = whyFailed(called);
  if (reason !== undefined) return failed(reason);
  const answer = readAnswer(called.body);
  if ('flaw' in answer) return failed(answer.flaw);
  return applyAnswer(server, { person, kept, trigger }, answer);
}

/** `PostActionIntegrationRequest`, as the server writes it. */
export interface PostActionRequest {
  user_id: string;
  user_name: string;
  channel_id: string;
  channel_name: string;
  team_id: string;
  team_domain: string;
  post_id: string;
  trigger_id: string;
  type: string;
  data_source: string;
  context?: JsonObject;
}

const DEAD: ApiError = {
  id: 'api.context.404.app_error',
  reason: 'The id of an action holds letters and digits only.',
};

function actionOf({ posts, channels }: Server, person: Person, { postId, actionId }: PostAction) {
  const kept = posts.look(postId);
  const channel = kept && channels.find(kept.post.channel_id);
  if (!channel || !isMember(person, channel)) {
    return forbidden(`${person.username} is in no channel with such a post.`);
  }
  if (!isThereFor(person, kept)) {
    const reason = 'The post was deleted, or is for somebody else.';
    return { id: 'app.post.get.app_error', reason } satisfies ApiError;
  }
  const action = actionsIn(kept.post.props).find(({ id }) => id === actionId);
  if (!action || !isObject(action.integration)) {
    const reason = `The post has no action with the id ${actionId} that leads anywhere.`;
    return { id: 'api.post.do_action.action_id.app_error', reason } satisfies ApiError;
  }
  return { kept, channel, action, integration: action.integration };
}

function isThereFor(person: Person, { post, onlyFor = person.id }: KeptPost): boolean {
  return post.delete_at === 0 && onlyFor === person.id;
}

/** A channel for two belongs to no team. */
function teamOf({ between }: Channel) {
  return between ? { team_id: '', team_domain: '' } : { team_id: TEAM.id, team_domain: TEAM.name };
}

const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});

/** An empty one is left out. */
const contextOf = (context: JsonObject) => Object.keys(context).length > 0 && { context };

const shownOf = ({ context = {}, ...body }: PostActionRequest) => ({
  ...body,
  trigger_id: '…',
  context: concealedContext(context),
});

const failed = (reason: string): ApiError => ({
  id: 'api.post.do_action.action_integration.app_error',
  reason,
});
