import type { ButtonRules } from '../../../core/answers/buttons';
import type { ChatId } from '../../../core/index';
import type { SandboxUnderTest } from '../../conformance/support/sandbox';

/** Where response triggers differ; names are the sandbox's. */
export interface ResponseFacts {
  readonly chat: ChatId;
  readonly node: string;
  readonly credential: string;
  /** What proves the sender, as the credential names it. */
  readonly proof: (sandbox: SandboxUnderTest) => Record<string, string>;
  /** Such a proof, of somebody else. */
  readonly wrong: Record<string, string>;
  readonly doors: readonly string[];
  readonly channel: string;
  readonly person: string;
  /** Of the person who presses and types, in what comes out. */
  readonly user: Record<string, unknown>;
  /** What the card needs so that its buttons come back here. */
  readonly own: Record<string, unknown>;
  readonly rules: (url: string) => Partial<ButtonRules>;
  /** A line that is a command, after this. */
  readonly call: string;
}

const inbound = (sandbox: SandboxUnderTest, chat: ChatId, bot = 'Alertwire') =>
  sandbox.bot(chat, bot).inbound ?? {};

export const RESPONSE_FACTS: readonly ResponseFacts[] = [
  {
    chat: 'slack',
    node: 'slackAlertTrigger',
    credential: 'alertwireSlackBotApi',
    proof: (sandbox) => {
      const { signingSecret = '', appToken = '' } = inbound(sandbox, 'slack');
      return { signingSecret, appToken };
    },
    wrong: { signingSecret: 'a secret of another app' },
    doors: ['interactivity', 'commands', 'events'],
    channel: '#ops-alerts',
    person: 'U0PRIYARAM',
    user: { id: 'U0PRIYARAM', name: 'priya.raman' },
    own: {},
    rules: () => ({}),
    call: '/alertwire',
  },
  {
    chat: 'teams',
    node: 'microsoftTeamsAlertTrigger',
    credential: 'alertwireTeamsBotApi',
    proof: (sandbox) => {
      const { openIdMetadataUrl: openIdUrl = '', outgoingToken = '' } = inbound(sandbox, 'teams');
      return { openIdUrl, outgoingToken };
    },
    wrong: { clientId: '00000000-0000-0000-0000-000000000000' },
    doors: ['bot'],
    channel: 'Ops alerts',
    person: '29:1sandboxPerson410021',
    user: { name: 'Priya Raman' },
    own: {},
    rules: () => ({}),
    call: '@Alertwire',
  },
  {
    chat: 'mattermost',
    node: 'mattermostAlertTrigger',
    credential: 'alertwireMattermostBotApi',
    proof: (sandbox) => {
      const { commandToken = '' } = inbound(sandbox, 'mattermost', 'alertwire');
      return { commandToken };
    },
    wrong: { commandToken: 'another-token' },
    doors: ['command'],
    channel: 'ops-alerts',
    person: 'ada',
    user: {},
    own: {},
    rules: (url) => ({ address: url }),
    call: '/alertwire',
  },
  {
    chat: 'dingtalk',
    node: 'dingTalkAlertTrigger',
    credential: 'alertwireDingTalkAppApi',
    proof: () => ({}),
    wrong: { clientSecret: 'a secret of another app' },
    doors: ['robot'],
    channel: 'On call',
    person: 'manager4101',
    user: { id: 'manager4101' },
    own: { cardCallback: 'http' },
    rules: () => ({}),
    call: '@Alertwire',
  },
];

export const factsOf = (chat: ChatId): ResponseFacts => {
  const found = RESPONSE_FACTS.find((one) => one.chat === chat);
  if (!found) throw new Error(`There are no facts about ${chat}.`);
  return found;
};
