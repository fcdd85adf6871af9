import type { ChatId } from '../../../core/index';

export interface ChatNode {
  readonly chat: ChatId;
  readonly node: string;
  readonly credential: string;
  readonly bot: string;
  /** The triggers of what people answer; the first has an address. */
  readonly responses: readonly [string, ...string[]];
}

/** The alert node of every chat and the credentials it asks for; a new chat is a line here. */
export const CHAT_NODES: readonly ChatNode[] = [
  {
    chat: 'dingtalk',
    node: 'dingTalkAlert',
    credential: 'alertwireDingTalkRobotApi',
    bot: 'alertwireDingTalkAppApi',
    responses: ['dingTalkAlertTrigger', 'dingTalkStreamAlertTrigger'],
  },
  {
    chat: 'mattermost',
    node: 'mattermostAlert',
    credential: 'alertwireMattermostWebhookApi',
    bot: 'alertwireMattermostBotApi',
    responses: ['mattermostAlertTrigger'],
  },
  {
    chat: 'slack',
    node: 'slackAlert',
    credential: 'alertwireSlackWebhookApi',
    bot: 'alertwireSlackBotApi',
    responses: ['slackAlertTrigger', 'slackSocketAlertTrigger'],
  },
  {
    chat: 'teams',
    node: 'microsoftTeamsAlert',
    credential: 'alertwireTeamsWorkflowApi',
    bot: 'alertwireTeamsBotApi',
    responses: ['microsoftTeamsAlertTrigger'],
  },
];

export const CHAT_NODE_NAMES: readonly string[] = CHAT_NODES.map(({ node }) => node);

export const RESPONSE_NAMES: readonly string[] = CHAT_NODES.flatMap(({ responses }) => responses);
