import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import {
  type Bot,
  type FaultRequest,
  type Hook,
  type Message,
  type Sandbox,
  type SandboxOptions,
  startSandbox,
  type WireEntry,
} from '../../../sandbox/index';

export interface SandboxUnderTest {
  readonly url: string;
  readonly port: number;
  /** A chat's webhook that takes messages. */
  open(chat: string): Hook;
  /** Its webhooks that refuse every message. */
  closed(chat: string): readonly Hook[];
  /** A chat's bot by its name. */
  bot(chat: string, name: string): Bot;
  messages(): Promise<Message[]>;
  requests(): Promise<WireEntry[]>;
  fault(fault: FaultRequest): Promise<void>;
}

/** One sandbox for the tests of a file; it forgets everything before each of them. */
export const useSandbox = (options: SandboxOptions = { rateWindowScale: 0 }): SandboxUnderTest => {
  let sandbox: Sandbox;
  const ask = async <T>(path: string, method = 'GET', body?: object): Promise<T> => {
    const sent = { method, ...(body && { body: JSON.stringify(body) }) };
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${sandbox.url}${path}`, { ...sent, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`The sandbox refused ${path}: ${text}`);
    return JSON.parse(text);
  };
  const hooksOf = (chat: string) => sandbox.hooks.filter(({ platform }) => platform === chat);

  beforeAll(async () => {
    sandbox = await startSandbox(options);
  });
  afterAll(() => sandbox.close());
  beforeEach(() => ask('/inspect/reset', 'DELETE'));

  return {
    get url() {
      return sandbox.url;
    },
    get port() {
      return sandbox.port;
    },
    open: (chat) => {
      const found = hooksOf(chat).find(({ answers }) => answers === 'ok');
      if (!found) throw new Error(`The sandbox has no webhook of ${chat} that takes messages.`);
      return found;
    },
    closed: (chat) => hooksOf(chat).filter(({ answers }) => answers !== 'ok'),
    bot: (chat, name) => {
      const found = sandbox.bots.find((one) => one.platform === chat && one.name === name);
      if (!found) throw new Error(`The sandbox has no bot ${name} of ${chat}.`);
      return found;
    },
    messages: () => ask('/inspect/messages'),
    requests: () => ask('/inspect/requests'),
    fault: (fault) => ask('/inspect/faults', 'POST', fault),
  };
};
