import type { ChatPlatform } from '../platform';
import { findHook, hookPath, hooks } from './hooks';
import { createJudge } from './judge';
import { plainText } from './refusal';

export const slack: ChatPlatform = {
  id: 'slack',
  title: 'Slack',
  hooks: (origin) =>
    hooks.map((hook) => ({
      platform: 'slack',
      channel: hook.channel,
      url: `${origin}/slack${hookPath(hook)}`,
      answers: hook.refusal ?? 'ok',
      note: hook.note,
    })),
  channelOf: (path) => findHook(path)?.channel,
  redactPath: (path) =>
    path.replace(/^(\/services\/[^/]*\/[^/]*\/).*/, '$1…').replace(/^(?!\/services\/).+/, '/…'),
  rateLimited: (retryAfter) => plainText(429, 'rate_limited', { 'retry-after': retryAfter }),
  open: createJudge,
};
