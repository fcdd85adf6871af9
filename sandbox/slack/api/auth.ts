import { apps, type SlackApp } from './apps';
import { type Method, refused } from './method';
import type { ApiObjection } from './refusal';

/** Whose token it is. A token that was good once is told why it is not any more. */
export function appOf(
  token: string,
  { token: kind }: Pick<Method, 'token'> = {},
): { app: SlackApp } | { objection: ApiObjection } {
  if (token === '') return refused('not_authed', 'The request has no token.');
  const owner = apps.find(({ inbound }) => inbound?.appToken === token);
  const app = apps.find((one) => one.token === token);
  if (kind === 'app' ? app : owner) {
    return refused(
      'not_allowed_token_type',
      `This takes the token of ${kind === 'app' ? 'an app' : 'a bot'}.`,
    );
  }
  if (owner) return { app: owner };
  if (!app) {
    return refused(
      'invalid_auth',
      'No app has this token; GET /inspect/bots lists those that exist.',
    );
  }
  return app.refusal ? refused(app.refusal, app.note) : { app };
}
