import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Callback } from '../journal/entries';
import type { Person, Reaction } from '../people/people';
import type { SandboxOptions } from '../start';
import { type AppAtWork, dingtalkApp } from './dingtalk-app';
import { closeAfterTest, runSandbox } from './running';

export interface Told {
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
}

export interface TestApp {
  url: string;
  told: Told[];
  close(): Promise<void>;
}

/** What an app answers: a body, or what it does with the response. */
export type AppAnswer = string | ((response: ServerResponse) => unknown);

/** An app with an address, as its owner would run it. */
export async function runApp(answer: AppAnswer = ''): Promise<TestApp> {
  const told: Told[] = [];
  const server = createServer(async (request, response) => {
    told.push({ headers: request.headers, body: JSON.parse(await text(request)) });
    if (typeof answer === 'string') response.end(answer);
    else await answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return closeAfterTest({
    url: `http://127.0.0.1:${port}/dingtalk`,
    told,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
}

export interface Chat extends AppAtWork {
  /** The userId of somebody. */
  id(name: string): string;
  press(control: string, by?: string, more?: object): Promise<Reacted>;
  say(line: string, by?: string, channel?: string): Promise<Reacted>;
  control(path: string, body?: object): Promise<Record<string, unknown>[]>;
  callbacks(): Promise<Callback[]>;
}

/** A reaction, or the complaint of the sandbox. */
export type Reacted = Partial<Reaction> & { status: number; code?: string };

const CHAT = '/inspect/chats/dingtalk';

/** DingTalk with its people, and an app whose robot is told at this address. */
export async function chatWithApp(robot = '', options: SandboxOptions = {}): Promise<Chat> {
  const doors = { dingtalk: { robot } };
  const sandbox = await runSandbox({ ...(robot !== '' && { doors }), ...options });
  const app = await dingtalkApp('Alertwire', sandbox);
  const read = async (path: string) => (await fetch(sandbox.url + path)).json();
  const people = (await read(`${CHAT}/people`)) as Person[];
  const id = (name: string) => people.find((one) => one.name === name)?.id ?? name;
  const act = async (what: string, action: object): Promise<Reacted> => {
    const { status, text: answer } = await sandbox.post(`${CHAT}/${what}`, action);
    return { status, ...JSON.parse(answer) };
  };
  return {
    ...app,
    id,
    press: (control, by = 'Priya Raman', more = {}) =>
      act('press', { channel: 'On call', message: 'alert-1', control, by: id(by), ...more }),
    say: (line, by = 'Priya Raman', channel = 'On call') =>
      act('say', { channel, text: line, by: id(by) }),
    control: async (path, body) => JSON.parse((await sandbox.post(CHAT + path, body)).text),
    callbacks: () => read('/inspect/callbacks') as Promise<Callback[]>,
  };
}

/** Alertwire's robot is told at the address of an app. */
export async function robotAtWork(answer: AppAnswer = '', options: SandboxOptions = {}) {
  const app = await runApp(answer);
  const chat = await chatWithApp(app.url, options);
  return { app, chat };
}

/** What stands where. */
export const sayings = async ({ sandbox }: Chat) =>
  (await sandbox.messages()).map(({ channel, text }) => [channel, text]);
