import { decodeJson } from '../../judging/decode';
import { isObject, objectsIn, textOf } from '../../judging/shape';
import type { WireRequest } from '../../platform';
import { nameOfConversation } from './conversations';
import { personCalled } from './world';

/** The channel or the person the path or the body names, as people call it. */
export function channelNamedIn({ path, body }: WireRequest): string | undefined {
  const [, inPath] = /^\/v3\/conversations\/([^/]+)/.exec(path) ?? [];
  return inPath === undefined ? nameIn(body) : nameOfConversation(decoded(inPath));
}

function nameIn(body: Buffer): string | undefined {
  const read = decodeJson(body);
  if ('flaw' in read) return undefined;
  const { channelData, members } = read.payload;
  const channel = isObject(channelData) && isObject(channelData.channel) && channelData.channel;
  if (channel) return nameOfConversation(textOf(channel.id));
  return personCalled(textOf(objectsIn(members)[0]?.id))?.name;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
