import type { ChatPlatform } from '../platform';
import { authenticate } from './auth';
import { bot } from './bot';
import { inbound } from './inbound/index';
import { render, renderText } from './render';
import { webhook } from './webhook';

export const slack: ChatPlatform = {
  id: 'slack',
  name: 'Slack',
  render,
  renderText,
  transports: { webhook, bot },
  authenticate,
  inbound,
};
