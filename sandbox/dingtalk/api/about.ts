import { decodeJson } from '../../judging/decode';
import { textOf } from '../../judging/shape';
import type { WireRequest } from '../../platform';
import { groupWithId } from './groups';
import { chatWith, people } from './people';
import { readSpaces } from './spaces';

/** The group or the person a body names first; a change of a card names none. */
export function channelNamedIn({ body }: WireRequest): string | undefined {
  const decoded = decodeJson(body);
  if ('flaw' in decoded) return undefined;
  const { openConversationId, openSpaceId, userIds } = decoded.payload;
  const read = readSpaces(openSpaceId);
  const [space] = 'spaces' in read ? read.spaces : [];
  const id = textOf(openConversationId) || space?.id || firstOf(userIds);
  const person = people.find(({ userId }) => userId === id);
  return groupWithId(id)?.name ?? (person && chatWith(person));
}

const firstOf = (list: unknown): string => (Array.isArray(list) ? textOf(list[0]) : '');
