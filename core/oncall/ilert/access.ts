import type { Task } from '../action';
import { type Trouble, trouble } from '../trouble';

/** Who may do everything a person may: a user's key, or that person's OAuth2 token. */
export const hasUser = ({ access }: Pick<Task, 'access'>): boolean =>
  access.has('apiKey') || access.has('accessToken');

/** Who may send events to one alert source. */
export const hasSource = ({ access }: Pick<Task, 'access'>): boolean =>
  access.has('integrationKey');

export const needsUser = (task: Task): Trouble | undefined => {
  if (hasUser(task)) return undefined;
  return trouble(hasSource(task) ? 'needs_user_key' : 'no_credential');
};
