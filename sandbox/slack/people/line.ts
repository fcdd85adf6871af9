import type { NewMessage } from '../../platform';
import type { World } from '../world';
import { saidIn } from './app-message';
import type { Where } from './who';

/** What a person says, as everybody sees it. */
export function lineOf({ workspace }: World, { person, conversation }: Where, text: string) {
  const { id, username, realName } = person;
  const user_profile = { name: username, real_name: realName, display_name: username };
  const payload = { type: 'message', user: id, text, user_profile };
  const message: NewMessage = saidIn(workspace, { by: person, conversation, payload });
  return message;
}
