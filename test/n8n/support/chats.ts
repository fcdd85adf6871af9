import type { ChatId } from '../../../core/index';

export interface ChatNode {
  readonly chat: ChatId;
  readonly node: string;
  readonly credential: string;
  readonly bot: string;
}

/** The alert node of every chat and the credentials it asks for; a new chat is a line here. */
export const CHAT_NODES: readonly ChatNode[] = [
  {
    chat: 'dingtalk',
    node: 'dingTalkAlert',
    credential: 'alertwireDingTalkRobotApi',
    bot: 'alertwireDingTalkAppApi',
  },
  {
    chat: 'mattermost',
    node: 'mattermostAlert',
    credential: 'alertwireMattermostWebhookApi',
    bot: 'alertwireMattermostBotApi',
  },
  {
    chat: 'slack',
    node: 'slackAlert',
    credential: 'alertwireSlackWebhookApi',
    bot: 'alertwireSlackBotApi',
  },
  {
    chat: 'teams',
    node: 'microsoftTeamsAlert',
    credential: 'alertwireTeamsWorkflowApi',
    bot: 'alertwireTeamsBotApi',
  },
];

export const CHAT_NODE_NAMES: readonly string[] = CHAT_NODES.map(({ node }) => node);
