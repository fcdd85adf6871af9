import type { TransportId } from '../chat/platform';
import type { CredentialField } from './credential';
import type { Field } from './field';

/** One sentence without the final full stop, and an example. */
interface Words {
  readonly description: string;
  readonly placeholder: string;
}

/** What only one chat has; the rest of its alert node is the same everywhere. */
export interface ChatFields {
  /** The ways the chat is reached. */
  readonly authentications: readonly { readonly value: TransportId; readonly label: string }[];
  /** What a bot needs to know to post: which channel, which person. */
  readonly channel: Words;
  readonly person: Words;
  /** How people and groups are named here: what completes the description of *Mentions*. */
  readonly mentions: Words;
  /** Reach the chat's renderer as `options.own`. Simple kinds only. */
  readonly own: readonly Field[];
  /** With every button the chat is told where presses go; elsewhere it knows. */
  readonly buttonsNeedAddress?: boolean;
  readonly credentials: Readonly<Partial<Record<TransportId, readonly CredentialField[]>>>;
}
