import type { Sandbox } from '../../../sandbox/start';
import { exampleFlow, ids } from './flows';
import type { FlowNode } from './runtime';

export interface Card {
  readonly payload: unknown;
  readonly ref?: string;
  readonly replyTo?: string | null;
}

const botOf = (sandbox: Sandbox) =>
  sandbox.bots.find(({ platform, name }) => platform === 'slack' && name === 'Alertwire');

/** The example flow, with a bot of Slack in place of the webhook. */
export const livingFlow = (
  sandbox: Sandbox,
  sender: object = {},
  connection: object = {},
): FlowNode[] => {
  const bot = botOf(sandbox);
  const credentials = { accessToken: bot?.credential.botToken, baseUrl: bot?.baseUrl };
  const more = {
    connection: '',
    authentication: 'bot',
    botConnection: 'bot',
    channelId: bot?.channels.find(({ answers }) => answers === 'ok')?.id,
    ...sender,
  };
  return exampleFlow({
    nodes: { [ids.slack]: more, [ids.connection]: null },
    add: [{ id: 'bot', type: 'alertwire-slack-bot', name: '', credentials, ...connection }],
  });
};

/** What people see in Slack, replies left out. */
export const cardsOf = async (sandbox: Sandbox): Promise<readonly Card[]> => {
  const answer = await fetch(`${sandbox.url}/inspect/messages`);
  const messages = (await answer.json()) as readonly Card[];
  return messages.filter(({ replyTo }) => !replyTo);
};

/** How many of them show each of these words. */
export const countOf = (cards: readonly Card[], words: Iterable<string>): readonly number[] =>
  [...words].map((word) => cards.filter((card) => JSON.stringify(card).includes(word)).length);
