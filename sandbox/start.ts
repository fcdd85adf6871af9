import { createServer } from 'node:http';
import { FaultQueue } from './faults/queue';
import { Journal } from './journal/journal';
import type { Hook } from './platform';
import { chats } from './platforms';
import { createApp } from './server/app';
import type { Desk } from './server/desk';
import { listen, shut } from './server/listen';
import { loopbackAddress } from './server/loopback';
import { TargetSetting } from './server/target';

export interface SandboxOptions {
  /** 0, the default, lets the system choose. */
  port?: number;
  /** A loopback address; 127.0.0.1 by default. */
  host?: string;
  log?: (sentence: string) => void;
  /** Multiplies the length of every rate window: 100 is a hundred times longer, 0 is off. */
  rateWindowScale?: number;
  /** Where the on-call stand-ins post, and the secret they send. */
  target?: { url: string; secret?: string; header?: string };
}

export interface Sandbox {
  url: string;
  port: number;
  hooks: Hook[];
  close(): Promise<void>;
}

export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1', log = () => {}, rateWindowScale = 1 } = options;
  const address = loopbackAddress(host);
  const closing = new AbortController();
  const desk = createDesk(closing.signal);
  if (options.target) desk.target.change(options.target);
  const server = createServer(createApp(desk, { rateWindowScale }));
  const boundPort = await listen(server, port, address);
  const url = `http://${address.includes(':') ? `[${address}]` : address}:${boundPort}`;
  log(`The sandbox is ready at ${url}.`);
  return {
    url,
    port: boundPort,
    hooks: chats.flatMap((platform) => platform.hooks(url)),
    close: async () => {
      closing.abort();
      await shut(server);
    },
  };
}

function createDesk(closing: AbortSignal): Desk {
  const now = Date.now;
  const target = new TargetSetting();
  return { journal: new Journal(now), faults: new FaultQueue(), target, now, closing };
}
