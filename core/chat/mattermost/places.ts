import { record } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import type { HttpRequest } from '../../http/types';
import { askApi, tellApi } from '../api';
import type { Place } from '../platform';
import { type Trouble, unsent } from '../trouble';
import { ID, isId, readApi, vague } from './api-answer';
import { problem } from './bot-errors';

export type Found = { readonly id: string } | { readonly trouble: Trouble };

export const API = '/api/v4';

/** The id of the channel to post to. */
export const channelAt = (to: Place): Steps<Found> =>
  'channel' in to ? channelCalled(to.channel) : channelWith(to.person);

/** By its id, or as `team/channel`; the address bar has `channels/` in between. */
function* channelCalled(channel: string): Steps<Found> {
  const called = channel.trim();
  if (ID.test(called)) return { id: called };
  const [, team, name] = TEAM_AND_CHANNEL.exec(called.toLowerCase()) ?? [];
  if (!team || !name) return { trouble: { kind: 'rejected', problem: problem('bad_channel') } };
  return yield* idFrom(askApi(`${API}/teams/name/${team}/channels/name/${name}`));
}

const TEAM_AND_CHANNEL = /^\/?([a-z0-9-]{1,64})\/(?:channels\/)?~?([a-z0-9_-]{1,64})$/;

/** The one channel of the bot and a person, made where there is none. */
function* channelWith(person: string): Steps<Found> {
  const other = yield* personCalled(person);
  if (!('id' in other)) return other;
  const me = yield* idFrom(askApi(`${API}/users/me`));
  if (!('id' in me)) return me;
  return yield* idFrom(tellApi('POST', `${API}/channels/direct`, [me.id, other.id]));
}

/** By a username, or by an id. */
export function* personCalled(person: string): Steps<Found> {
  const called = person.trim().replace(/^@/, '');
  if (ID.test(called)) return { id: called };
  if (!/^[\w.-]{1,64}$/.test(called)) {
    return { trouble: { kind: 'rejected', problem: problem('bad_person') } };
  }
  return yield* idFrom(askApi(`${API}/users/username/${called.toLowerCase()}`));
}

function* idFrom(request: HttpRequest): Steps<Found> {
  const said = yield* ask(request, readApi);
  if (said.trouble) return { trouble: unsent(said.trouble, 'Mattermost') };
  const { id } = record(said.data);
  return isId(id) ? { id } : { trouble: vague };
}
