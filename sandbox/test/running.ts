import { request } from 'node:http';
import { afterEach } from '@jest/globals';
import { type Sandbox, type SandboxOptions, startSandbox } from '../index';
import type { Delivery, Message, WireEntry } from '../journal/entries';

const open: { close(): Promise<void> }[] = [];

/** Closes what a test opened, when it is over. */
export function closeAfterTest<T extends { close(): Promise<void> }>(thing: T): T {
  open.push(thing);
  return thing;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close()));
});

export interface Running extends Sandbox {
  /** The address of a channel's webhook, of Slack unless told. */
  hook(channel: string, platform?: string): string;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  remove(path: string): Promise<Reply>;
  messages(search?: string): Promise<Message[]>;
  requests(): Promise<WireEntry[]>;
  deliveries(): Promise<Delivery[]>;
}

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
}

export async function runSandbox(options: SandboxOptions = {}): Promise<Running> {
  const sandbox = closeAfterTest(await startSandbox({ rateWindowScale: 0, ...options }));
  const read = (path: string) => fetch(sandbox.url + path).then((response) => response.json());
  return {
    ...sandbox,
    hook: (channel, platform = 'slack') =>
      sandbox.hooks.find((hook) => hook.channel === channel && hook.platform === platform)?.url ??
      '',
    post: (path, body, headers = {}) =>
      send(sandbox.url + path, { method: 'POST', headers, body: JSON.stringify(body ?? {}) }),
    remove: (path) => send(sandbox.url + path, { method: 'DELETE' }),
    messages: (search = '') => read(`/inspect/messages${search}`) as Promise<Message[]>,
    requests: () => read('/inspect/requests') as Promise<WireEntry[]>,
    deliveries: () => read('/inspect/deliveries') as Promise<Delivery[]>,
  };
}

export function postJson(url: string, message: unknown): Promise<Reply> {
  return postRaw(url, JSON.stringify(message), 'application/json');
}

export function postRaw(url: string, body: string | Uint8Array<ArrayBuffer>, type: string) {
  return send(url, { method: 'POST', headers: { 'content-type': type }, body });
}

export async function send(url: string, init?: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Unlike fetch, sends any Host header. */
export function statusForHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
