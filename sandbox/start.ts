import { createServer } from 'node:http';
import { FaultQueue } from './faults/queue';
import { Journal } from './journal/journal';
import { Doors } from './people/doors';
import type { Bot, Hook, OnCallAccount } from './platform';
import { chats, oncalls } from './platforms';
import { createApp } from './server/app';
import type { Desk } from './server/desk';
import { listen, shut } from './server/listen';
import { loopbackAddress } from './server/loopback';
import { Sockets } from './server/sockets';
import type { TargetRequest } from './server/target';
import { Targets } from './server/targets';

export interface SandboxOptions {
  /** 0, the default, lets the system choose. */
  port?: number;
  /** A loopback address; 127.0.0.1 by default. */
  host?: string;
  log?: (sentence: string) => void;
  /** Multiplies the length of every rate window: 100 is a hundred times longer, 0 is off. */
  rateWindowScale?: number;
  /** What time it is, in milliseconds since 1970; the system's clock by default. */
  now?: () => number;
  /** Where the on-call stand-ins post, and the secret they send. */
  target?: Target;
  /** The same for one of them, by its id: `{ ilert: { url, secret } }`. */
  targets?: Record<string, Target>;
  /** Where the apps of a chat are called back, by the chat's id and the names of its doors. */
  doors?: Record<string, Record<string, string>>;
}

export type Target = TargetRequest & { url: string };

export interface Sandbox {
  url: string;
  port: number;
  hooks: Hook[];
  bots: Bot[];
  /** What opens the APIs of the on-call platforms. */
  oncalls: OnCallAccount[];
  close(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', log = () => {}, rateWindowScale = 1, now } = options;
  const address = loopbackAddress(host);
  const closing = new AbortController();
  const desk = createDesk(closing.signal, now);
  setTargets(desk.targets, options);
  setDoors(desk.doors, options);
  const server = createServer(createApp(desk, { rateWindowScale }));
  desk.sockets.serve(server, closing.signal);
  const boundPort = await listen(server, port, address);
  const url = `http://${address.includes(':') ? `[${address}]` : address}:${boundPort}`;
  desk.origin = url;
  log(`The sandbox is ready at ${url}.`);
  return {
    url,
    port: boundPort,
    hooks: chats.flatMap((platform) => platform.hooks(url)),
    bots: chats.flatMap((platform) => platform.bots?.(url) ?? []),
    oncalls: oncalls.flatMap((platform) => platform.accounts(url)),
    close: async () => {
      closing.abort();
      await shut(server);
    },
  };
}

/** What the parts of one sandbox share, before it listens. */
export function createDesk(closing: AbortSignal, now = Date.now): Desk {
  const targets = new Targets(oncalls.map(({ id }) => id));
  return {
    journal: new Journal(now),
    faults: new FaultQueue(),
    targets,
    doors: new Doors(),
    sockets: new Sockets(),
    origin: '',
    now,
    closing,
  };
}

function setTargets(targets: Targets, { target, targets: byPlatform = {} }: SandboxOptions): void {
  if (target) for (const { id } of oncalls) targets.of(id).change(target);
  for (const [id, own] of Object.entries(byPlatform)) targets.of(id).change(own);
}

function setDoors(all: Doors, { doors = {} }: SandboxOptions): void {
  for (const [platform, own] of Object.entries(doors)) {
    for (const [door, address] of Object.entries(own)) all.change(platform, door, address);
  }
}
