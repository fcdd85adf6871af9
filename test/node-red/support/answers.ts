import type { ButtonRules } from '../../../core/answers/buttons';
import type { ChatId } from '../../../core/chat/registry';
import { cardWithButtons, KEYS, type Reaction } from '../../conformance/answers/app';
import { botAtWork, refOf } from '../../conformance/bots/bot-at-work';
import { BOT_CHATS, type BotChat } from '../../conformance/bots/bot-chats';
import type { SandboxUnderTest } from '../../conformance/support/sandbox';
import type { useNodeRedHttp } from '../../conformance/support/transports';
import type { FlowNode, Runtime } from './runtime';

/** What a test has to know of each chat; a new chat is a line here. */
interface AnswerFacts {
  readonly connection: string;
  readonly person: { readonly id: string; readonly name: string };
  /** Where the app is called back. */
  readonly doors: readonly string[];
  /** How people call it. */
  readonly calls: string;
  /** Fields of the credential by what the sandbox lists. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What a press is answered with, for the eyes of who pressed. */
  readonly notice?: string;
  /** For senders: presses are told over HTTP. */
  readonly own: Readonly<Record<string, string>>;
}

export const ANSWER_FACTS: Readonly<Record<ChatId, AnswerFacts>> = {
  slack: {
    connection: 'alertwire-slack-bot',
    person: { id: 'U0PRIYARAM', name: 'priya.raman' },
    doors: ['interactivity', 'commands', 'events'],
    calls: '/alertwire',
    secrets: { signingSecret: 'signingSecret', appToken: 'appToken' },
    own: {},
  },
  teams: {
    connection: 'alertwire-teams-bot',
    person: { id: '29:1sandboxPerson410021', name: 'Priya Raman' },
    doors: ['bot'],
    calls: '@Alertwire',
    secrets: { openIdUrl: 'openIdMetadataUrl', outgoingToken: 'outgoingToken' },
    notice: 'Working on it …',
    own: {},
  },
  mattermost: {
    connection: 'alertwire-mattermost-bot',
    person: { id: '', name: 'ada' },
    doors: ['command'],
    calls: '/alertwire',
    secrets: { commandToken: 'commandToken' },
    own: {},
  },
  dingtalk: {
    connection: 'alertwire-dingtalk-app',
    person: { id: 'manager4101', name: 'Priya Raman' },
    doors: ['robot'],
    calls: '@Alertwire',
    secrets: {},
    own: { cardCallback: 'http' },
  },
};

export const CHATS: readonly BotChat[] = BOT_CHATS;
export const KEY = KEYS.key;
export const OUTPUTS = ['actions', 'setUp', 'own', 'refused'] as const;

export const onCanvas = (node: FlowNode): FlowNode => ({
  z: 'tab',
  x: 0,
  y: 0,
  wires: [],
  ...node,
});

/** People of one chat of the sandbox, and the response node of that chat. */
export const peopleOf = (
  chat: BotChat,
  sandbox: SandboxUnderTest,
  http: ReturnType<typeof useNodeRedHttp>,
) => {
  const facts = ANSWER_FACTS[chat.id];
  const channel = chat.facts.channel;
  const bot = () => botAtWork(chat, sandbox, http);
  const credential = () => {
    const { inbound = {} } = sandbox.bot(chat.id, chat.facts.able);
    const secrets = Object.entries(facts.secrets).map(([name, from]) => [name, inbound[from]]);
    return { ...bot().credential, ...Object.fromEntries(secrets) };
  };
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
  /** The sandbox makes up the ids of some. */
  const person = async (): Promise<string> => {
    if (facts.person.id !== '') return facts.person.id;
    const said = await fetch(`${sandbox.url}/inspect/chats/${chat.id}/people`);
    const people = (await said.json()) as { readonly id: string; readonly name: string }[];
    return people[0].id;
  };
  return {
    facts,
    channel,
    act,
    person,
    credential,
    /** The config nodes and the response node, with a sink for every output. */
    flow: (more: object = {}, outputs: readonly string[] = OUTPUTS): FlowNode[] => [
      { id: 'tab', type: 'tab', label: chat.id },
      { id: 'bot', type: facts.connection, name: '', credentials: credential() },
      { id: 'key', type: 'alertwire-signing-key', name: '', credentials: { key: KEY } },
      onCanvas({
        id: 'response',
        type: `alertwire-${chat.id}-response`,
        name: '',
        connection: 'bot',
        signingKey: 'key',
        receiveBy: 'http',
        path: `/answers/${chat.id}`,
        publicAddress: '',
        language: 'en',
        command: '',
        askNote: false,
        way: 'bot',
        emulator: false,
        wires: outputs.map((id) => [id]),
        ...more,
      }),
      ...outputs.map((id) => onCanvas({ id, type: 'test-sink' })),
    ],
    address: (runtime: Runtime): string => runtime.url(`/answers/${chat.id}`),
    openDoors: (url: string) =>
      act('doors', Object.fromEntries(facts.doors.map((door) => [door, url]))),
    /** Posts a card with buttons, as a sender would. */
    post: async (rules: Partial<ButtonRules> = {}, own: object = facts.own): Promise<string> => {
      const { keys = KEYS, ...others } = rules;
      const at = bot();
      const place = { channel: at.channel(channel) };
      const card = cardWithButtons(chat.bot.channelOf?.(place), keys, {
        actions: ['accept', 'resolve'],
        own: [{ name: 'Restart checkout' }],
        ...others,
      });
      const { payload } = chat.platform.render(card, { own: { ...own } }, 'bot');
      const outcome = await at.take(chat.bot.post(payload, place, `k${Math.random()}`.slice(2)));
      return refOf(outcome).message;
    },
    press: async (message: string, control: string) =>
      act('press', { channel, message, control, by: await person() }),
    say: async (text: string) =>
      act('say', { channel, text: `${facts.calls} ${text}`, by: await person() }),
  };
};
