import { record } from '../../alert/untrusted';
import { ask, type Steps } from '../../http/steps';
import { tellApi } from '../api';
import { readApi, type Said } from './api-answer';

/** The direct conversation with a person; needs im:write. */
export function* openConversation(person: string): Steps<Said | { readonly channel: string }> {
  const said = yield* ask(tellApi('POST', '/conversations.open', { users: person }), readApi);
  if (!('data' in said)) return said;
  const { id } = record(said.data.channel);
  return typeof id === 'string' ? { channel: id } : said;
}

/** Whether the bot is in the channel now. Public channels only, with the scope channels:join. */
export function* join(channel: string): Steps<boolean> {
  const said = yield* ask(tellApi('POST', '/conversations.join', { channel }), readApi);
  return 'data' in said;
}
