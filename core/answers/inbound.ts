import type { AlertRef, AnswerRef, ChatChannel, ChatCommand, ChatUser } from '../alert/command';
import type { MessageRef, Outcome } from '../http/outcome';
import type { Steps } from '../http/steps';
import type { Credential } from '../http/types';
import type { Replays } from '../http/verify/replays';
import type { Clock, Http, VerifyJwt } from '../ports';
import type { Problem } from '../problem';
import type { SigningKeys } from './keys';

/** What is answered at once, whatever the flow does. Header names are lower case. */
export interface InboundReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A command that was authentic as a request and is not carried out all the same. */
export interface RefusedCommand {
  readonly problem: Problem;
  readonly user: ChatUser;
  readonly chat: string;
  readonly channel?: ChatChannel;
  readonly action?: string;
  readonly alert?: AlertRef;
  readonly receivedAt: string;
}

/** Where a bot was added, or removed from. */
export interface Installation {
  readonly added: boolean;
  readonly channel: ChatChannel;
  /** What is needed to write there first: plain JSON without a secret. */
  readonly ref: MessageRef | Readonly<Record<string, unknown>>;
}

/** What an authentic request from a chat means. */
export interface Inbound {
  readonly ok: true;
  readonly reply: InboundReply;
  readonly commands: readonly ChatCommand[];
  readonly refused: readonly RefusedCommand[];
  /** To be done once the reply is out: a private sentence, a dialog. With the credential. */
  readonly afterwards: readonly (() => Steps<Outcome>)[];
  readonly installations: readonly Installation[];
  /** Sentences about what was not understood. */
  readonly warnings: readonly string[];
}

/** Not authentic, or not readable: the code for programs, the reason for people, no secret. */
export interface InboundRefusal {
  readonly ok: false;
  readonly status: 400 | 401 | 404 | 405 | 413 | 503;
  readonly code: string;
  readonly reason: string;
}

/** Everything that reading an answer from a chat takes. */
export interface InboundSetup {
  /** Which way the answers come, of those the chat has; default the first. */
  readonly way?: string | undefined;
  /** Of the chat's bot, with what checks the sender. */
  readonly credential: Credential;
  readonly keys: SigningKeys;
  readonly replays: Replays;
  readonly clock: Pick<Clock, 'now'>;
  readonly language?: string | undefined;
  /** Asks for a note before an alert is resolved, where the chat has dialogs. */
  readonly askNote?: boolean | undefined;
  /** What people call the command or the bot: shown in help. */
  readonly command?: string | undefined;
  /** The address of this very trigger, where a chat is told it with every dialog. */
  readonly url?: string | undefined;
  /** Of Microsoft Teams: its public keys are fetched with this, without any token, and kept here. */
  readonly http?: Http | undefined;
  readonly verifyJwt?: VerifyJwt | undefined;
  readonly publicKeys?: PublicKeyMemory | undefined;
  /** Takes unsigned traffic, from loopback only: for local emulators. */
  readonly emulator?: boolean | undefined;
}

/** What a host keeps between requests. */
export interface PublicKeyMemory {
  /** `from`: the address they were published at; `fetchedAt` in ms. */
  keys?: { readonly from: string; readonly value: unknown; readonly fetchedAt: number };
  /** Under way: whoever needs the keys meanwhile waits for this. */
  pending?: Promise<void>;
  /** When they were last asked for, in ms. */
  triedAt?: number;
}

/** A button was pressed, or a dialog sent: what the chat says of it. */
export interface Click {
  /** Unique for the click; a repeat by the chat has the same. */
  readonly id: string;
  readonly token: unknown;
  /** What was picked or typed with it. */
  readonly arguments: Readonly<Record<string, string>>;
  readonly chat: string;
  readonly user: ChatUser;
  readonly channel?: ChatChannel;
  readonly messageRef?: MessageRef;
  readonly answer?: AnswerRef;
}

/** Somebody typed a command, or said something to the bot. */
export interface Line extends Omit<Click, 'token' | 'arguments'> {
  /** Without the command's or the bot's name. */
  readonly text: string;
}
