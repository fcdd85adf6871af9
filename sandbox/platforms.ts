import { dingtalk } from './dingtalk';
import { flashduty } from './flashduty';
import { ilert } from './ilert';
import { mattermost } from './mattermost';
import type { ChatPlatform, OnCallPlatform } from './platform';
import { slack } from './slack';
import { teams } from './teams';

export const chats: ChatPlatform[] = [slack, teams, mattermost, dingtalk];

export const oncalls: OnCallPlatform[] = [ilert, flashduty];
