import type { AlertRef, ChatUser } from '../alert/command';
import type { AlertEvent } from '../alert/event';
import type { Steps } from '../http/steps';
import type { Trouble } from './trouble';

/** What an action may be told, by the names of the fields of On-Call Action. */
export const ARGUMENTS = [
  'person',
  'policy',
  'schedule',
  'level',
  'minutes',
  'until',
  'note',
  'title',
  'description',
  'severity',
  'priority',
  'source',
  'channel',
] as const;
export type ArgumentName = (typeof ARGUMENTS)[number];
export type Arguments = Readonly<Partial<Record<ArgumentName, string>>>;

/** One thing to do. */
export interface Task {
  /** The alert it is done to; empty ids never get here. */
  readonly ref: AlertRef | undefined;
  /** Trimmed; empty ones are left out. */
  readonly arguments: Arguments;
  /** Which fields of the credential are filled in. */
  readonly access: ReadonlySet<string>;
  /** In ms. */
  readonly now: number;
  /** The same for the same command, and for no other. */
  readonly key: string;
  /** Who asked for it. */
  readonly by: ChatUser | undefined;
}

/** What a sentence about something done may mention. */
export interface Told {
  readonly to?: string;
  readonly level?: number;
  readonly title?: string;
}

export interface Done {
  /** It was so before. */
  readonly already?: true;
  /** The alert as it is now, as `OnCallPlatform.read` tells it. */
  readonly alert?: AlertEvent;
  /** Handed over, to be worked on later: nobody can tell yet what came of it. */
  readonly later?: true;
  readonly told?: Told;
  readonly data?: unknown;
}

export type Performed = Done | (Trouble & { readonly alert?: AlertEvent });

/** How a platform does one thing. */
export interface OnCallActionRule {
  /** Arguments it cannot do without: of each row, one. */
  readonly needs: readonly (readonly ArgumentName[])[];
  /** What it can be told besides. */
  readonly takes: readonly ArgumentName[];
  perform(task: Task): Steps<Performed>;
}
