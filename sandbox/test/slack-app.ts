import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { verifySlackRequest } from '@slack/bolt';
import type { SandboxOptions } from '../index';
import type { Callback } from '../journal/entries';
import type { Reaction } from '../people/people';
import { closeAfterTest, type Running, runSandbox } from './running';
import { type SlackBot, slackBot } from './slack-bot';

export const PRIYA = 'U0PRIYARAM';
export const MEI = 'U0MEITANAK';
export const OPS = '#ops-alerts';

export interface Heard {
  path: string;
  headers: IncomingHttpHeaders;
  raw: string;
  /** The JSON of the body, or of its field `payload`, or the fields. */
  // biome-ignore lint/suspicious/noExplicitAny: what is sent is what is tested
  body: any;
}

export interface Says {
  status?: number;
  type?: string;
  body?: string;
  headers?: Record<string, string>;
}

type Answering = (heard: Heard) => Says | undefined | Promise<Says | undefined>;

export interface SlackApp {
  sandbox: Running;
  bot: SlackBot;
  heard: Heard[];
  /** The last thing it heard. */
  last(): Heard;
  /** What it answers from now on. */
  answers(answering: Answering): void;
  press(message: string, control: string, more?: object): Promise<Reaction>;
  say(text: string, more?: object): Promise<Reaction>;
  submit(dialog: string, values: object, more?: object): Promise<Reaction>;
  post(message: object): Promise<string>;
  callbacks(): Promise<Callback[]>;
}

export const json = (value: unknown): Says => ({
  type: 'application/json',
  body: JSON.stringify(value),
});

/** A sandbox, and an app that checks every request as Slack's own framework does. */
export async function slackApp(options: SandboxOptions = {}, doors = DOORS): Promise<SlackApp> {
  const { now = () => START } = options;
  const heard: Heard[] = [];
  let answering: Answering = () => undefined;
  let secret = '';
  const url = await listening(async (one) => {
    if (one.body.ssl_check !== '1') check(one, secret, now());
    heard.push(one);
    return (await answering(one)) ?? {};
  });
  const at = Object.fromEntries(doors.map((door) => [door, `${url}/${door}`]));
  const sandbox = await runSandbox({ ...options, now, doors: { slack: at } });
  const bot = slackBot(sandbox);
  secret = String(bot.inbound?.signingSecret);
  const act = async (what: string, body: object): Promise<Reaction> =>
    JSON.parse((await sandbox.post(`/inspect/chats/slack/${what}`, body)).text);
  return {
    sandbox,
    bot,
    heard,
    last: () => heard.at(-1) as Heard,
    answers: (how) => {
      answering = how;
    },
    press: (message, control, more) =>
      act('press', { channel: OPS, message, control, by: PRIYA, ...more }),
    say: (line, more) => act('say', { channel: OPS, text: line, by: PRIYA, ...more }),
    submit: (dialog, values, more) => act('submit', { dialog, values, by: PRIYA, ...more }),
    post: async (message) => {
      const answer = await bot.call('chat.postMessage', { channel: bot.channel(OPS), ...message });
      return String(answer.ts);
    },
    callbacks: async () =>
      (await (await fetch(`${sandbox.url}/inspect/callbacks`)).json()) as Callback[],
  };
}

/** Time stands still unless a test moves it. */
const START = Date.parse('2026-03-01T02:12:00Z');
const DOORS = ['interactivity', 'commands', 'events'];

/** Throws where Slack's own framework would. */
function check({ headers, raw }: Heard, signingSecret: string, nowMilliseconds: number): void {
  verifySlackRequest({
    signingSecret,
    body: raw,
    headers: {
      'x-slack-signature': String(headers['x-slack-signature']),
      'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
    },
    nowMilliseconds,
  });
}

async function listening(hear: (heard: Heard) => Promise<Says>): Promise<string> {
  const server = createServer(async (req, res) => {
    const raw = await text(req);
    const one = { path: req.url ?? '', headers: req.headers, raw, body: parsed(raw) };
    const {
      status = 200,
      type = 'text/plain',
      body = '',
      headers,
    } = await hear(one).catch(({ message }): Says => ({ status: 401, body: message }));
    res.writeHead(status, { 'content-type': type, ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeAfterTest({
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function parsed(raw: string) {
  if (raw.startsWith('{')) return JSON.parse(raw);
  const fields = Object.fromEntries(new URLSearchParams(raw));
  return fields.payload === undefined ? fields : JSON.parse(fields.payload);
}

export const plain = (words: string) => ({ type: 'plain_text', text: words });

export const button = (action_id: string, more: object = {}) => ({
  type: 'button',
  action_id,
  text: plain(action_id),
  value: `${action_id} 7`,
  ...more,
});

export const option = (value: string) => ({ text: plain(value.toUpperCase()), value });

export const actions = (...elements: object[]) => ({
  type: 'actions',
  block_id: 'answers',
  elements,
});
