import type { MessageRef } from '../http/outcome';
import { CAPABILITIES } from './event';

/** What can be done to an alert, and what can be asked about it or about who is on call. */
export const ALERT_ACTIONS = [...CAPABILITIES, 'get', 'on-call'] as const;
export type AlertAction = (typeof ALERT_ACTIONS)[number];

/** Which alert: at its platform, in one of its accounts. */
export interface AlertRef {
  /** Absent where a person typed only a number: it is then the platform of whoever acts. */
  readonly platform?: string;
  readonly account?: string;
  readonly id: string;
  /** The platform's own key, where an alert can be reached by it. */
  readonly key?: string;
  /** For people, when all that is known is a reference. */
  readonly title?: string;
}

/** Who did it, as the chat knows them. Only the id can be trusted. */
export interface ChatUser {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
}

/** Where in a chat, in its own ids. */
export interface ChatChannel {
  readonly id: string;
  readonly name?: string;
}

/** What somebody wants who pressed a button or typed a command in a chat: plain JSON. */
export interface ChatCommand {
  readonly schemaVersion: 1;
  /** The same when a chat tells the same click or line a second time. */
  readonly id: string;
  readonly kind: 'alert-action' | 'set-up' | 'own-button';
  /** An `AlertAction`, the first word of a set-up command, or the name of an own button. */
  readonly action: string;
  readonly alert?: AlertRef;
  /** By the names of the fields of On-Call Action: `minutes`, `note`, `person` … */
  readonly arguments: Readonly<Record<string, string>>;
  readonly chat: string;
  readonly user: ChatUser;
  readonly channel?: ChatChannel;
  /** The message with the button. */
  readonly messageRef?: MessageRef;
  readonly answer?: AnswerRef;
  /** BCP 47: in which language the person is told what came of it. */
  readonly language?: string;
  readonly receivedAt: string;
}

/** How to say something to the person who sent a command, for their eyes only. */
export interface AnswerRef {
  /** Of the person, in the chat's own ids. */
  readonly person: string;
  readonly channel?: string;
  /** The message the answer belongs to. */
  readonly thread?: MessageRef;
  /** An address the chat gave for this answer, sealed: whoever has it could write there. */
  readonly sealed?: string;
  /** Until when the address works. */
  readonly until?: string;
}

/** What became of a command: on every item that comes out of On-Call Action. */
export interface ActionResult {
  readonly ok: boolean;
  /** Stable: `done`, `already_done`, or the code of what went wrong. */
  readonly code: string;
  /** For people, in the language of whoever acts. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Who did it before, as the platform names them; the message says the same. */
  readonly by?: string;
}

/** Who did what, where and when, and what came of it. */
export interface AuditEntry {
  readonly at: string;
  readonly who: ChatUser | { readonly id: 'flow' };
  readonly action: string;
  readonly alert?: AlertRef;
  readonly chat?: string;
  readonly channel?: string;
  readonly ok: boolean;
  readonly code: string;
}
