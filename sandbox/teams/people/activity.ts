import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../../judging/shape';
import type { Desk } from '../../server/desk';
import { accountOf } from '../api/bots';
import type { Conversation } from '../api/conversations';
import { type Person, TEAM, TENANT } from '../api/world';
import { APP } from './app';

/** Who does something, where, and in which thread. */
export interface Moment {
  conversation: Conversation;
  person: Person;
  /** The message on which the thread hangs; undefined in a chat and for what stands in no thread. */
  rootId?: string | undefined;
}

export const serviceUrlAt = ({ origin }: Pick<Desk, 'origin'>): string => `${origin}/teams/`;

/** What stands in every activity: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations */
export function activityOf(desk: Pick<Desk, 'origin' | 'now'>, moment: Moment): JsonObject {
  const timestamp = new Date(desk.now()).toISOString();
  return {
    id: `f:${randomUUID()}`,
    timestamp,
    localTimestamp: timestamp.replace('Z', '+00:00'),
    localTimezone: 'Etc/UTC',
    locale: 'en-US',
    channelId: 'msteams',
    serviceUrl: serviceUrlAt(desk),
    from: { id: moment.person.id, name: moment.person.name, aadObjectId: moment.person.objectId },
    conversation: conversationIn(moment),
    recipient: { id: accountOf(APP), name: APP.name },
    entities: [CLIENT],
    channelData: channelDataIn(moment),
  };
}

export const CLIENT = {
  type: 'clientInfo',
  locale: 'en-US',
  country: 'US',
  platform: 'Web',
  timezone: 'Etc/UTC',
} as const;

function conversationIn({ conversation: { id, person }, rootId }: Moment): JsonObject {
  if (person) return { conversationType: 'personal', tenantId: TENANT, id };
  return {
    isGroup: true,
    conversationType: 'channel',
    tenantId: TENANT,
    id: rootId === undefined ? id : `${id};messageid=${rootId}`,
  };
}

/** The two that begin with `teams` are kept for old bots. */
function channelDataIn({ conversation: { id, person } }: Moment): JsonObject {
  const tenant = { id: TENANT };
  if (person) return { tenant };
  return {
    teamsChannelId: id,
    teamsTeamId: TEAM.id,
    channel: { id },
    team: { id: TEAM.id },
    tenant,
  };
}
