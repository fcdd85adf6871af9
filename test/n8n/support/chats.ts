import type { ChatId } from '../../../core/index';

export interface ChatNode {
  readonly chat: ChatId;
  readonly node: string;
  readonly credential: string;
}

/** The alert node of every chat and the credential it asks for; a new chat is a line here. */
export const CHAT_NODES: readonly ChatNode[] = [
  { chat: 'dingtalk', node: 'dingTalkAlert', credential: 'alertwireDingTalkRobotApi' },
  { chat: 'mattermost', node: 'mattermostAlert', credential: 'alertwireMattermostWebhookApi' },
  { chat: 'slack', node: 'slackAlert', credential: 'alertwireSlackWebhookApi' },
  { chat: 'teams', node: 'microsoftTeamsAlert', credential: 'alertwireTeamsWorkflowApi' },
];

export const CHAT_NODE_NAMES: readonly string[] = CHAT_NODES.map(({ node }) => node);
