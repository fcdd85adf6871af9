import { bot } from '../DingTalkAlert/destinations';
import type { Source } from '../host/response/source';

export const source: Source = { chat: 'dingtalk', destinations: [bot] };
