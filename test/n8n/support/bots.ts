import { LoadOptionsContext } from 'n8n-core';
import { type INode, type INodeListSearchResult, Workflow } from 'n8n-workflow';
import { BOT_CHATS, type BotChat } from '../../conformance/bots/bot-chats';
import type { SandboxUnderTest } from '../../conformance/support/sandbox';
import { additionalData } from './additional-data';
import { CHAT_NODES } from './chats';
import type { CredentialData } from './credentials-helper';
import { type Host, PACKAGE } from './host';
import { type NodeRun, runNode } from './run-node';

export interface BotNode extends BotChat {
  readonly node: string;
  readonly credentialType: string;
}

/** Every chat with a bot, and its node. */
export const BOT_NODES: readonly BotNode[] = BOT_CHATS.map((chat) => {
  const found = CHAT_NODES.find((one) => one.chat === chat.id);
  if (!found) throw new Error(`${chat.id} has no node.`);
  return { ...chat, node: found.node, credentialType: found.bot };
});

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** One of the sandbox's bots as a node's credential, and its channels by name. */
export const botOf = (
  { id, facts, credentialType }: BotNode,
  sandbox: SandboxUnderTest,
  name = facts.able,
) => {
  const listed = sandbox.bot(id, name);
  const credentials: CredentialData = { [credentialType]: { ...facts.credential(listed) } };
  const idOf = (called: string) =>
    listed.channels.find((channel) => channel.name === called)?.id ?? called;
  return { credentials, idOf };
};

/** Runs the node of a chat with a bot that can do everything, in its channel. */
export const runBot = (
  host: Host,
  sandbox: SandboxUnderTest,
  chat: BotNode,
  { parameters, credentials, ...run }: Partial<NodeRun> & { readonly bot?: string },
) => {
  const bot = botOf(chat, sandbox, run.bot);
  return runNode(host, {
    type: chat.node,
    items: [{}],
    mode: 'webhook',
    ...run,
    credentials: { ...bot.credentials, ...credentials },
    parameters: {
      authentication: 'bot',
      channelId: byId(bot.idOf(chat.facts.channel)),
      ...parameters,
    },
  });
};

/** What a picker of the node shows. */
export const pick = async (
  host: Host,
  type: string,
  list: 'searchChannels' | 'searchPeople',
  credentials: CredentialData,
  search?: string,
  authentication = 'bot',
): Promise<INodeListSearchResult> => {
  const node: INode = {
    id: 'picking',
    name: 'Picking',
    type: `${PACKAGE}.${type}`,
    typeVersion: 1,
    position: [0, 0],
    parameters: { authentication },
    credentials: Object.fromEntries(
      Object.keys(credentials).map((name) => [name, { id: name, name }]),
    ),
  };
  const { nodeTypes } = host;
  const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
  const additional = additionalData(host, credentials, 'internal');
  const context = new LoadOptionsContext(workflow, node, additional, '');
  const method = host.node(type).methods?.listSearch?.[list];
  if (!method) throw new Error(`${type} has no ${list}.`);
  return method.call(context, search);
};
