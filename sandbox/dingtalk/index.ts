import { shownQuery } from '../judging/shown-query';
import type { ChatPlatform } from '../platform';
import { hooks } from './hooks';
import { createJudge } from './judge';
import { answerOf } from './refusal';

export const dingtalk: ChatPlatform = {
  id: 'dingtalk',
  title: 'DingTalk',
  hooks: hooks.list,
  channelOf: (address) => hooks.find(address)?.channel,
  redact: ({ path, query }) =>
    path + shownQuery(query, { open: ['timestamp'], secret: ['access_token', 'sign'] }),
  rateLimited: () => answerOf('rate_limited'),
  open: createJudge,
};
