import type { ChatPlatform } from '../platform';
import { authenticate, tokens } from './auth';
import { bot } from './bot';
import { inbound } from './inbound/index';
import { render, renderText } from './render';
import { webhook } from './webhook';

export const teams: ChatPlatform = {
  id: 'teams',
  name: 'Microsoft Teams',
  render,
  renderText,
  transports: { webhook, bot },
  authenticate,
  tokens,
  inbound,
};
