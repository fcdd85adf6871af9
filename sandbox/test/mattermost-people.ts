import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Callback } from '../journal/entries';
import type { Reaction } from '../people/people';
import type { SandboxOptions } from '../start';
import { type BotAtWork, mattermostBot } from './mattermost-bot';
import { closeAfterTest, postJson, type Reply, runSandbox } from './running';

export const ADA = 'sandbox1person1adaada1aada';
export const BOB = 'sandbox2person2bobbyte2bob';
export const INTEGRATION_ERROR = { ok: false, problem: 'Action integration error.' };

export interface Asked {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface AppAnswer {
  status?: number;
  type?: string;
  body?: unknown;
  /** Nothing is answered. */
  hangUp?: boolean;
}

type Answering = (asked: Asked) => AppAnswer | Promise<AppAnswer>;

export interface App {
  url: string;
  asked: Asked[];
  /** How the next requests are answered. */
  answers(how: Answering | AppAnswer): void;
  close(): Promise<void>;
}

/** An app that keeps what it is asked; it answers nothing with 200 until it is told another way. */
export async function runApp(): Promise<App> {
  const asked: Asked[] = [];
  let answering: Answering = () => ({ type: 'text/plain' });
  const server = createServer(async (req, res) => {
    const { method = '', url = '', headers } = req;
    const one = { method, path: url, headers, body: await text(req) };
    asked.push(one);
    const { status = 200, type = 'application/json', body = '', hangUp } = await answering(one);
    if (hangUp) {
      res.destroy();
      return;
    }
    res.writeHead(status, { 'content-type': type, location: '/elsewhere' });
    res.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return closeAfterTest({
    url: `http://127.0.0.1:${port}`,
    asked,
    answers: (how: Answering | AppAnswer) => {
      answering = typeof how === 'function' ? how : () => how;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
}

export interface Chat extends BotAtWork {
  app: App;
  press(what: {
    message: unknown;
    control: string;
    value?: string;
    by?: string;
  }): Promise<Reaction>;
  say(line: string, where?: { channel?: string; by?: string }): Promise<Reaction>;
  submit(what: Record<string, unknown>): Promise<Reaction>;
  /** The same with what the inspection API itself refuses. */
  act(what: string, action: object): Promise<Reply>;
  callbacks(): Promise<Callback[]>;
}

/** A sandbox whose Mattermost calls an app, and its bot `alertwire`. */
export async function runChat(options: SandboxOptions = {}): Promise<Chat> {
  const app = await runApp();
  const doors = { mattermost: { command: `${app.url}/command?secret=s3cret` } };
  const bot = await mattermostBot('alertwire', await runSandbox({ doors, ...options }));
  const act = (what: string, action: object) =>
    bot.sandbox.post(`/inspect/chats/mattermost/${what}`, action);
  const react = async (what: string, action: object) => {
    const reply = await act(what, action);
    if (reply.status !== 200) throw new Error(reply.text);
    return JSON.parse(reply.text) as Reaction;
  };
  return {
    ...bot,
    app,
    act,
    press: (what) => react('press', { channel: 'ops-alerts', by: ADA, ...what }),
    say: (line, where) => react('say', { channel: 'ops-alerts', by: ADA, text: line, ...where }),
    submit: (what) => react('submit', { by: ADA, ...what }),
    callbacks: async () =>
      (await (await fetch(`${bot.sandbox.url}/inspect/callbacks`)).json()) as Callback[],
  };
}

/** A card with a button that leads to the app. */
export function buttonsTo(app: App, ...actions: Record<string, unknown>[]) {
  const integration = {
    url: `${app.url}/press?key=s3cret`,
    context: { sig: 's1gned', alert: '7' },
  };
  const all = actions.length > 0 ? actions : [{ id: 'accept' }];
  return [
    {
      text: 'Down',
      actions: all.map((action) => ({ name: 'Accept', type: 'button', integration, ...action })),
    },
  ];
}

/** A chat with a post of its bot that has these buttons. */
export async function chatWithPost(
  options: { actions?: Record<string, unknown>[]; channel?: string; now?: () => number } = {},
) {
  const { actions = [], channel = 'ops-alerts', ...rest } = options;
  const chat = await runChat(rest);
  const attachments = buttonsTo(chat.app, ...actions);
  const body = { channel_id: chat.channel(channel), message: 'Down', props: { attachments } };
  const post = await chat.ask('POST', '/posts', body);
  return { ...chat, post, id: String(post.id), message: post.id };
}

export const ELEMENT = { display_name: 'Note', name: 'note', type: 'text', optional: true };

/** The app opens a dialog with what it is sent, without a token. */
export const openWith = (chat: Chat, trigger_id: unknown, dialog: object, rest: object = {}) =>
  postJson(`${chat.sandbox.url}/mattermost/api/v4/actions/dialogs/open`, {
    trigger_id,
    url: `${chat.app.url}/dialog?secret=s3cret`,
    dialog: { title: 'Escalate', elements: [ELEMENT], ...dialog },
    ...rest,
  });

/** Somebody presses, and the app opens a dialog before it answers. */
export async function pressed(dialog: object = {}, rest: object = {}) {
  const chat = await chatWithPost();
  const opened: Reply[] = [];
  chat.app.answers(async ({ body }) => {
    opened.push(await openWith(chat, JSON.parse(body).trigger_id, dialog, rest));
    return {};
  });
  const reaction = await chat.press({ message: chat.message, control: 'accept' });
  chat.app.answers({ type: 'text/plain' });
  return { ...chat, reaction, opened: opened[0] as Reply, dialog: reaction.dialog?.id };
}
