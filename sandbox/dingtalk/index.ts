import { shownQuery } from '../judging/shown-query';
import type { Address, ChatPlatform } from '../platform';
import { isApi, isKnown, rateLimited } from './api';
import { channelNamedIn } from './api/about';
import { botsAt } from './api/bots';
import { hooks } from './hooks';
import { createJudge } from './judge';
import { answerOf } from './refusal';

export const dingtalk: ChatPlatform = {
  id: 'dingtalk',
  title: 'DingTalk',
  hooks: hooks.list,
  bots: botsAt,
  channelOf: (request) =>
    isApi(request.path) ? channelNamedIn(request) : hooks.find(request)?.channel,
  redact,
  rateLimited: (_retryAfter, { path }) =>
    isApi(path) ? rateLimited(path) : answerOf('rate_limited'),
  open: createJudge,
};

const QUERY = {
  open: ['timestamp', 'appkey'],
  secret: ['access_token', 'sign', 'appsecret', 'session'],
};

function redact({ path, query }: Address): string {
  const shown = isApi(path) && !isKnown(path) ? '/…' : path;
  return shown + shownQuery(query, QUERY);
}
