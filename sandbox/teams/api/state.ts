import type { SigningKeys } from '../people/signing-keys';
import type { Activities } from './activities';
import type { Conversations } from './conversations';

/** What bots and people share. */
export interface State {
  activities: Activities;
  conversations: Conversations;
  keys: SigningKeys;
}
