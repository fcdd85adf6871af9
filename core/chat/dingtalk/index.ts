import type { ChatPlatform } from '../platform';
import { authenticate, tokens } from './auth';
import { bot } from './bot';
import { inbound } from './inbound/index';
import { render, renderText } from './render';
import { webhook } from './webhook';

export const dingtalk: ChatPlatform = {
  id: 'dingtalk',
  name: 'DingTalk',
  render,
  renderText,
  transports: { webhook, bot },
  authenticate,
  tokens,
  inbound,
};
