import { flashduty } from './flashduty';
import { ilert } from './ilert';
import type { ChatPlatform, OnCallPlatform } from './platform';
import { slack } from './slack';

export const chats: ChatPlatform[] = [slack];

export const oncalls: OnCallPlatform[] = [ilert, flashduty];
