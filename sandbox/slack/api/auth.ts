import { apps, type SlackApp } from './apps';
import { refused } from './method';
import type { ApiObjection } from './refusal';

/** Whose token it is. A token that was good once is told why it is not any more. */
export function appOf(token: string): { app: SlackApp } | { objection: ApiObjection } {
  if (token === '') return refused('not_authed', 'The request has no token.');
  const app = apps.find((one) => one.token === token);
  if (!app) {
    return refused(
      'invalid_auth',
      'No app has this token; GET /inspect/bots lists those that exist.',
    );
  }
  return app.refusal ? refused(app.refusal, app.note) : { app };
}
