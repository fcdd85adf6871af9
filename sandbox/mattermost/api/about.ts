import { decodeJson } from '../../judging/decode';
import { isObject, textOf } from '../../judging/shape';
import type { WireRequest } from '../../platform';
import { CHANNELS } from './world';

/** The channel of the team that the path or the body names; an id of a post says nothing of it. */
export function channelNamedIn({ path, body }: WireRequest): string | undefined {
  const [, inPath] = /^\/api\/v4\/channels\/([^/]+)/.exec(path) ?? [];
  const id = inPath ?? idIn(body);
  return CHANNELS.find((channel) => channel.id === id)?.name;
}

function idIn(body: Buffer): string {
  const decoded = decodeJson(body);
  if ('flaw' in decoded) return '';
  const { channel_id, post } = decoded.payload;
  return textOf(isObject(post) ? post.channel_id : channel_id);
}
