import type { Source } from '../host/response/source';
import { bot } from '../MattermostAlert/destinations';

export const source: Source = { chat: 'mattermost', destinations: [bot] };
