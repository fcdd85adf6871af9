import { dingtalk } from './dingtalk/index';
import { mattermost } from './mattermost/index';
import type { ChatPlatform } from './platform';
import { slack } from './slack/index';
import { teams } from './teams/index';

/** Every chat there is; a new one is a folder and a line here. */
export const CHATS = { slack, teams, mattermost, dingtalk } as const satisfies Readonly<
  Record<string, ChatPlatform>
>;

export type ChatId = keyof typeof CHATS;
