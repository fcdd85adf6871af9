import type { EventEmitter } from 'node:events';
import { afterEach, beforeEach, jest } from '@jest/globals';
import axios from 'axios';
import { DWClient, type DWClientDownStream, TOPIC_CARD, TOPIC_ROBOT } from 'dingtalk-stream';
import type { SandboxOptions } from '../start';
import { type Chat, chatWithApp } from './dingtalk-people';
import { closeAfterTest } from './running';

const OPEN = 'https://api.dingtalk.com';

let base = 'http://127.0.0.1:9';

/** The client knows one host only; what it sends there goes to the sandbox. */
axios.interceptors.request.use((config) => {
  const url = config.url?.replace(OPEN, base) ?? base;
  return Object.assign(config, { url, proxy: false });
});

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const) {
    jest.spyOn(console, level).mockImplementation(() => {});
  }
});

afterEach(() => {
  jest.restoreAllMocks();
});

export interface Listening {
  client: DWClient;
  /** The messages of a topic, as they come. */
  next(): Promise<DWClientDownStream>;
}

/** DingTalk's own client, connected to the sandbox. */
export async function listen(
  chat: Chat,
  topics = [TOPIC_ROBOT, TOPIC_CARD],
  autoReconnect = false,
): Promise<Listening> {
  base = `${chat.sandbox.url}/dingtalk`;
  const { clientId = '', clientSecret = '' } = chat.credential;
  // its own default is one list for all clients
  const subscriptions = [{ type: 'EVENT', topic: '*' }];
  const client = new DWClient({ clientId, clientSecret, ...{ autoReconnect, subscriptions } });
  const come: DWClientDownStream[] = [];
  const awaited: ((message: DWClientDownStream) => void)[] = [];
  for (const topic of topics) {
    client.registerCallbackListener(topic, (message) => {
      const first = awaited.shift();
      if (first) first(message);
      else come.push(message);
    });
  }
  await client.connect();
  closeAfterTest({ close: async () => client.disconnect() });
  const next = () => {
    const first = come.shift();
    if (first) return Promise.resolve(first);
    return new Promise<DWClientDownStream>((resolve) => awaited.push(resolve));
  };
  return { client, next };
}

/** What the client keeps to itself. */
export const inside = (client: DWClient) =>
  client as unknown as { socket: EventEmitter; reconnectInterval: number };

/** A chat and a client that listens. */
export const working = async (options?: SandboxOptions) => {
  const chat = await chatWithApp('', options);
  return { chat, ...(await listen(chat)) };
};
