import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { buildCard } from '../../../core/alert/build-card';
import type { AlertCard } from '../../../core/alert/card';
import type { ChatCommand } from '../../../core/alert/command';
import { CAPABILITIES } from '../../../core/alert/event';
import { type ButtonRules, withButtons } from '../../../core/answers/buttons';
import type { Inbound, InboundRefusal, InboundSetup } from '../../../core/answers/inbound';
import { receiveFromChat } from '../../../core/chat/receive';
import { answerPerson } from '../../../core/delivery/answer';
import type { Receipt } from '../../../core/delivery/receipt';
import { run } from '../../../core/delivery/run';
import type { Credential } from '../../../core/http/types';
import { Replays } from '../../../core/http/verify/replays';
import type { Http } from '../../../core/ports';
import { verifyJwt } from '../../../vendor/jwt';
import { stateOf } from '../../core/card/alerts';
import { botAtWork, refOf } from '../bots/bot-at-work';
import type { BotChat } from '../bots/bot-chats';
import type { SandboxUnderTest } from '../support/sandbox';

export const KEYS = { key: 'a key that nobody could ever guess, 1' };
const clock = { now: () => Date.now(), sleep: async () => {}, random: () => 0 };

/** What the one who did something sees. */
export interface Reaction {
  readonly ok: boolean;
  readonly problem?: string;
  readonly notice?: string;
}

/** A dialog that somebody has before them. */
export interface OpenDialog {
  readonly by: string;
  readonly dialog: {
    readonly id: string;
    readonly title: string;
    readonly text?: string;
    readonly fields: readonly { readonly name: string }[];
  };
}

const state = stateOf({ capabilities: [...CAPABILITIES] } as never);

/** The card of an alert with its buttons, as it stands in one channel. */
export const cardWithButtons = (
  channel?: string,
  keys = KEYS,
  more: Partial<ButtonRules> = {},
): AlertCard =>
  withButtons(
    buildCard(state),
    state,
    { keys, way: 'callback', actions: CAPABILITIES, note: true, ...more },
    { destination: 'd', ...(channel && { channel }) },
    Date.now(),
  );

/** A response trigger behind an address on this machine, and a sender with the same credential. */
export const useApp = (
  chat: BotChat,
  sandbox: SandboxUnderTest,
  http: Http,
  more: (world: SandboxUnderTest) => Partial<InboundSetup> & { readonly credential?: Credential },
) => {
  let server: Server;
  let url = '';
  let reads: (Inbound | InboundRefusal)[] = [];
  let setup: InboundSetup;
  let bot: ReturnType<typeof botAtWork>;
  let settled: Promise<void> = Promise.resolve();

  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const rawBody = await buffer(req);
    const query = Object.fromEntries(new URL(req.url ?? '/', url).searchParams);
    const { headers } = req;
    const { remoteAddress } = req.socket;
    const request = { headers, query, rawBody, remoteAddress };
    const read = await receiveFromChat(chat.id, request, setup);
    reads.push(read);
    if (read.ok) {
      res.writeHead(read.reply.status, read.reply.headers).end(read.reply.body);
      for (const steps of read.afterwards) await run(steps(), bot.http, clock);
    } else res.writeHead(read.status).end(read.reason);
  };

  beforeAll(async () => {
    server = createServer((req, res) => {
      settled = handle(req, res);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/answers`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    reads = [];
    bot = botAtWork(chat, sandbox, http);
    const { credential = {}, ...others } = more(sandbox);
    setup = {
      credential: { ...bot.credential, ...credential },
      keys: KEYS,
      replays: new Replays(),
      clock,
      http,
      verifyJwt,
      publicKeys: {},
      ...others,
    };
  });

  const act = async (what: string, body: object): Promise<Reaction> => {
    const response = await fetch(`${sandbox.url}/inspect/chats/${chat.id}/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const said = await response.text();
    if (!response.ok) throw new Error(`The sandbox refused ${what}: ${said}`);
    return JSON.parse(said);
  };

  return {
    act,
    get url() {
      return url;
    },
    get bot() {
      return bot;
    },
    get setup() {
      return setup;
    },
    dialogs: async (): Promise<OpenDialog[]> => {
      const said = await fetch(`${sandbox.url}/inspect/chats/${chat.id}/dialogs`);
      return said.json() as Promise<OpenDialog[]>;
    },
    reads: () => reads,
    /** What follows the answer to the last request is done. */
    settled: () => settled,
    commands: (): readonly ChatCommand[] => reads.flatMap((read) => (read.ok ? read.commands : [])),
    /** Posts the card; the message as the sandbox names it. */
    post: async (
      channel: string,
      own: Record<string, unknown> = {},
      keys = KEYS,
      rules: Partial<ButtonRules> = {},
    ) => {
      const place = { channel: bot.channel(channel) };
      const card = cardWithButtons(chat.bot.channelOf?.(place), keys, rules);
      const { payload, dropped } = chat.platform.render(card, { own }, 'bot');
      const outcome = await bot.take(chat.bot.post(payload, place, `k${Math.random()}`.slice(2)));
      return { ...refOf(outcome), dropped };
    },
    /** As a sender answers a command. */
    answer: ({ id, answer }: ChatCommand, text: string): Promise<Receipt> => {
      if (!answer) throw new Error('There is no way to answer.');
      const { credential } = setup;
      return answerPerson({
        ...{ chat: chat.id, text, answer, commandId: id, keys: KEYS },
        ...{ credential, http: bot.http, clock },
      });
    },
  };
};
