import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { SandboxOptions } from '../index';
import type { Callback } from '../journal/entries';
import type { Reaction } from '../people/people';
import { closeAfterTest, type Reply, runSandbox } from './running';
import { type BotAtWork, idIn, teamsBot } from './teams-api-bot';

type Activity = Record<string, unknown>;

export interface Heard {
  headers: IncomingHttpHeaders;
  raw: string;
  activity: Activity;
}

/** What the app answers: a body, a status, both, nothing at all, or a broken connection. */
export type Answer = object | number | [status: number, body: object] | 'silent' | 'broken';

export interface App extends BotAtWork {
  heard: Heard[];
  /** Does what it likes before it answers. */
  answer(how: (activity: Activity) => Answer | Promise<Answer>): void;
  press(pressed: Pressed): Promise<Reaction & { code?: string }>;
  say(channel: string, text: string, by?: string): Promise<Reaction & { code?: string }>;
  control(what: string, body: object): Promise<Reply>;
  callbacks(): Promise<Callback[]>;
  /** Posts a card, and tells its id. */
  card(channel: string, more: object, body?: object[]): Promise<string>;
}

interface Pressed {
  message: string;
  control: string;
  channel?: string;
  inputs?: Record<string, string>;
  by?: string;
}

/** The bot Alertwire, and the server behind both of its doors. */
export async function teamsApp(options: SandboxOptions = {}): Promise<App> {
  const heard: Heard[] = [];
  let answer: (activity: Activity) => Answer | Promise<Answer> = () => 200;
  const server = createServer(async (req, res) => {
    const raw = await text(req);
    const activity = JSON.parse(raw) as Activity;
    heard.push({ headers: req.headers, raw, activity });
    const given = await answer(activity);
    if (given === 'broken') res.destroy();
    else if (typeof given === 'number') res.writeHead(given).end();
    else if (Array.isArray(given)) res.writeHead(given[0]).end(JSON.stringify(given[1]));
    else if (given !== 'silent') res.end(JSON.stringify(given));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  closeAfterTest({ close });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
  const doors = { teams: { bot: url, outgoing: url } };
  const bot = await teamsBot('Alertwire', await runSandbox({ doors, ...options }));
  const { sandbox, post } = bot;
  const control = (what: string, body: object) =>
    sandbox.post(`/inspect/chats/teams/${what}`, body);
  const act = async (what: string, body: object) => JSON.parse((await control(what, body)).text);
  return {
    ...bot,
    heard,
    control,
    answer: (how) => {
      answer = how;
    },
    press: ({ channel = 'Ops alerts', by = PRIYA, ...pressed }) =>
      act('press', { channel, by, ...pressed }),
    say: (channel, words, by = PRIYA) => act('say', { channel, text: words, by }),
    callbacks: () => fetch(`${sandbox.url}/inspect/callbacks`).then((response) => response.json()),
    card: async (channel, more, body = [{ type: 'TextBlock', text: 'Down' }]) =>
      idIn(await post(channel, cardMessage(more, body))),
  };
}

export const cardMessage = (more: object, body: object[]) => ({
  type: 'message',
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.5', body, ...more },
    },
  ],
});

export const PRIYA = '29:1sandboxPerson410021';
export const JONAS = '29:1sandboxPerson410034';
export const WRONG = { ok: false, problem: 'Something went wrong. Please try again.' };
export const UNREACHED = { ok: false, problem: 'Unable to reach app. Please try again.' };
