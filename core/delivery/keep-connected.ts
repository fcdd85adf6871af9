import type { Inbound, InboundSetup } from '../answers/inbound';
import type { SocketRules } from '../chat/platform';
import type { Clock, Http } from '../ports';
import type { Problem } from '../problem';
import { run } from './run';

/** A WebSocket of the host's, while it is open. */
export interface Connection {
  close(): void;
}

/** What a WebSocket tells; nothing of it throws. */
export interface ConnectionEvents {
  message(text: string, answer: (reply: string) => void): void;
  /** It is over, however often this is said. */
  ended(): void;
}

/** Opens a WebSocket; undefined where that failed, or took too long. Never rejects. */
export type Dial = (url: string, events: ConnectionEvents) => Promise<Connection | undefined>;

export interface ConnectionSetup {
  readonly rules: SocketRules;
  readonly setup: InboundSetup;
  /** With the credential. */
  readonly http: Http;
  readonly clock: Clock;
  readonly dial: Dial;
  /** What people want. Never throws. */
  hear(inbound: Inbound): void;
  /** The problem that keeps us apart, and for how long nothing is tried, in ms; undefined once connected. */
  tell?(trouble: { readonly problem: Problem; readonly waitMs: number } | undefined): void;
}

export interface KeptConnection {
  /** What the first try came to: undefined where it is connected. */
  readonly first: Promise<Problem | undefined>;
  close(): void;
}

const SHORTEST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** A connection that held so long was a good one. */
const STEADY_MS = 60_000;

type End = 'due' | 'reconnect' | 'refused' | 'lost';
type Opened =
  | { readonly connection: Connection; readonly over: Promise<End> }
  | { readonly problem: Problem };

/**
 * Keeps a connection to a chat open until it is closed: what ends is opened again, after a while
 * that grows with every failure; what gets old is replaced, the new one first.
 */
export const keepConnected = (given: ConnectionSetup): KeptConnection => {
  const { rules, clock } = given;
  const tell = (problem?: Problem, waitMs = 0) => given.tell?.(problem && { problem, waitMs });
  let current: Connection | undefined;
  let closed = false;

  const keep = async (tried: (problem?: Problem) => void): Promise<void> => {
    for (let failures = 0; !closed; ) {
      const opened = await open(given, () => closed);
      if ('connection' in opened) {
        current?.close();
        current = opened.connection;
      }
      tried('problem' in opened ? opened.problem : undefined);
      if (closed) break;
      if ('connection' in opened) tell();
      const since = clock.now();
      const end = 'problem' in opened ? opened.problem : await endOf(opened.over, rules, clock);
      const steady = clock.now() - since >= STEADY_MS;
      if (steady) failures = 0;
      const problem = problemOf(end);
      if (closed) break;
      const waitMs = problem || failures > 0 ? waitAfter(failures, clock.random()) : 0;
      failures += 1;
      if (problem) tell(problem, waitMs);
      if (waitMs > 0) await clock.sleep(waitMs);
    }
    current?.close();
  };

  const first = new Promise<Problem | undefined>((resolve) => {
    void keep(resolve);
  });
  return {
    first,
    close: () => {
      closed = true;
      current?.close();
    },
  };
};

const open = async (
  { rules, setup, http, clock, dial, hear }: ConnectionSetup,
  isClosed: () => boolean,
): Promise<Opened> => {
  const asked = await run(rules.connect(setup.credential), http, clock);
  if ('problem' in asked) return asked;
  let end: (why: End) => void = () => {};
  const over = new Promise<End>((resolve) => {
    end = resolve;
  });
  const connection = await dial(asked.url, {
    message: (text, answer) => {
      if (isClosed()) return;
      const { reply, inbound, end: why } = rules.frame(text, setup);
      if (reply !== undefined) answer(reply);
      if (inbound) hear(inbound);
      if (why) end(why);
    },
    ended: () => end('lost'),
  });
  return connection ? { connection, over } : { problem: notOpened };
};

const endOf = (over: Promise<End>, { renewMs }: SocketRules, clock: Clock): Promise<End> =>
  Promise.race([over, clock.sleep(renewMs).then(() => 'due' as const)]);

/** A chat may ask for a new connection at any time: that is none. */
const problemOf = (end: End | Problem): Problem | undefined => {
  if (typeof end !== 'string') return end;
  if (end === 'refused') return refused;
  return end === 'lost' ? lost : undefined;
};

/** In ms; spread, so that many do not come back at the same moment. */
const waitAfter = (failures: number, random: number): number => {
  const most = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** (failures + 1));
  return Math.round(Math.max(SHORTEST_WAIT_MS, most * (0.5 + random / 2)));
};

const notOpened: Problem = {
  code: 'socket.not_opened',
  message: 'The connection could not be opened.',
  hint: 'Check whether a proxy or a firewall lets WebSockets out of this machine.',
};

const lost: Problem = {
  code: 'socket.lost',
  message: 'The connection was lost.',
  hint: 'It is opened again by itself. If this happens often, look for a proxy that ends quiet connections.',
};

const refused: Problem = {
  code: 'socket.refused',
  message: 'The chat ended the connection and wants no other.',
  hint: "Turn on the connection in the chat's settings of the app: Slack calls it Socket Mode, DingTalk Stream Mode.",
};
