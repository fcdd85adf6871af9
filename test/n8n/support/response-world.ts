import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { ButtonRules } from '../../../core/answers/buttons';
import type { Reaction } from '../../conformance/answers/app';
import { cardWithButtons, KEYS } from '../../conformance/answers/app';
import { botAtWork, refOf } from '../../conformance/bots/bot-at-work';
import { BOT_CHATS } from '../../conformance/bots/bot-chats';
import type { SandboxUnderTest } from '../../conformance/support/sandbox';
import { useNodeRedHttp } from '../../conformance/support/transports';
import type { CredentialData } from './credentials-helper';
import { type Host, loadHost } from './host';
import type { ResponseFacts } from './response-chats';
import { type ResponseServer, serve } from './response-server';

export const OTHER_KEYS = { key: 'a key that nobody could ever guess, 2' };

/** People of one chat in the sandbox, a bot that posts cards there, and what n8n has of it. */
export const usePeople = (facts: ResponseFacts, sandbox: SandboxUnderTest) => {
  const found = BOT_CHATS.find(({ id }) => id === facts.chat);
  if (!found) throw new Error(`${facts.chat} has no bot.`);
  const chat = found;
  const http = useNodeRedHttp();
  let host: Host;
  let bot: ReturnType<typeof botAtWork>;
  let by = facts.person;

  beforeAll(async () => {
    host = await loadHost();
  });
  beforeEach(async () => {
    bot = botAtWork(chat, sandbox, http);
    const said = await fetch(`${sandbox.url}/inspect/chats/${facts.chat}/people`);
    const people = (await said.json()) as { id: string; name: string }[];
    by = people.find(({ id }) => id === facts.person)?.id ?? people[0].id;
  });

  const act = async (what: string, body: object): Promise<Reaction> => {
    const response = await fetch(`${sandbox.url}/inspect/chats/${facts.chat}/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const said = await response.text();
    if (!response.ok) throw new Error(`The sandbox refused ${what}: ${said}`);
    return JSON.parse(said);
  };
  const { channel } = facts;

  return {
    act,
    get host() {
      return host;
    },
    get person() {
      return by;
    },
    channelId: () => bot.channel(channel),
    /** As n8n keeps them; `change` what is in the credential of the chat. */
    credentials: (change: Record<string, string> = {}, keys = KEYS): CredentialData => ({
      [facts.credential]: { ...bot.credential, ...facts.proof(sandbox), ...change },
      alertwireSigningKeyApi: { ...keys },
    }),
    /** Posts a card with buttons; its name in the sandbox. */
    post: async (rules: Partial<ButtonRules> = {}, keys = KEYS): Promise<string> => {
      const place = { channel: bot.channel(channel) };
      const card = cardWithButtons(chat.bot.channelOf?.(place), keys, rules);
      const { payload } = chat.platform.render(card, { own: facts.own }, 'bot');
      const key = `k${Math.random()}`.replace('.', '');
      return refOf(await bot.take(chat.bot.post(payload, place, key))).message;
    },
    press: (message: string, control: string, more: object = {}) =>
      act('press', { channel, message, control, by, ...more }),
    say: (text: string) => act('say', { channel, text, by }),
  };
};

type People = ReturnType<typeof usePeople>;

/** The trigger with an address, and the chat's doors that lead to it. */
export const useTrigger = (facts: ResponseFacts, sandbox: SandboxUnderTest, people: People) => {
  let served: ResponseServer;
  beforeAll(async () => {
    served = await serve(people.host, { type: facts.node, credentials: {} });
  });
  afterAll(() => served.close());
  beforeEach(async () => {
    served.started.length = 0;
    served.warnings.length = 0;
    served.flow = async () => {};
    served.change({ credentials: people.credentials(), parameters: {} });
    await people.act('doors', Object.fromEntries(facts.doors.map((door) => [door, served.url])));
  });
  return {
    get served() {
      return served;
    },
    settings: (settings: IDataObject, more: INodeParameters = {}) =>
      served.change({ parameters: { settings, ...more } as INodeParameters }),
    /** What came out, output by output, of all executions. */
    items: (): IDataObject[][] =>
      [0, 1, 2, 3].map((output) =>
        served.started.flatMap((outputs) => outputs[output].map(({ json }) => json)),
      ),
    post: (rules: Partial<ButtonRules> = {}, keys = KEYS) =>
      people.post({ ...facts.rules(served.url), ...rules }, keys),
    sandbox,
  };
};
