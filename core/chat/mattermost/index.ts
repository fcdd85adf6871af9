import type { ChatPlatform } from '../platform';
import { authenticate } from './auth';
import { bot } from './bot';
import { inbound } from './inbound/index';
import { render, renderText } from './render';
import { webhook } from './webhook';

export const mattermost: ChatPlatform = {
  id: 'mattermost',
  name: 'Mattermost',
  render,
  renderText,
  transports: { webhook, bot },
  authenticate,
  inbound,
};
