import type { Source } from '../host/response/source';
import { bot, oAuth2 } from '../SlackAlert/destinations';

export const source: Source = {
  chat: 'slack',
  destinations: [bot, oAuth2],
  chosenBy: 'authentication',
};
