import type { Method } from './call';
import { deleteActivity, updateActivity } from './change-activity';
import { createConversation } from './create-conversation';
import { getChannels, getTeam } from './get-team';
import { getMember, getMembers, getPagedMembers } from './members';
import { replyToActivity, sendToConversation } from './send-activity';

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
const METHODS: readonly [verb: string, path: string, method: Method][] = [
  ['POST', '/conversations', createConversation],
  ['POST', '/conversations/{conversationId}/activities', sendToConversation],
  ['POST', '/conversations/{conversationId}/activities/{activityId}', replyToActivity],
  ['PUT', '/conversations/{conversationId}/activities/{activityId}', updateActivity],
  ['DELETE', '/conversations/{conversationId}/activities/{activityId}', deleteActivity],
  ['GET', '/conversations/{conversationId}/members', getMembers],
  ['GET', '/conversations/{conversationId}/members/{memberId}', getMember],
  ['GET', '/conversations/{conversationId}/pagedmembers', getPagedMembers],
  ['GET', '/teams/{teamId}', getTeam],
  ['GET', '/teams/{teamId}/conversations', getChannels],
];

const ROUTES = METHODS.map(([verb, path, method]) => ({ verb, pattern: patternOf(path), method }));

export interface Route {
  method: Method;
  params: Record<string, string>;
}

export function routeOf(verb: string, path: string): Route | undefined {
  for (const route of ROUTES) {
    const match = route.verb === verb ? route.pattern.exec(path) : null;
    if (match) return { method: route.method, params: decodedOf({ ...match.groups }) };
  }
  return undefined;
}

/** A path of the API holds no password; what nobody knows might. */
export function isKnown(path: string): boolean {
  return ROUTES.some(({ pattern }) => pattern.test(path));
}

function patternOf(path: string): RegExp {
  return new RegExp(`^/v3${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`);
}

function decodedOf(params: Record<string, string>): Record<string, string> {
  const entries = Object.entries(params).map(([name, value]) => [name, decoded(value)]);
  return Object.fromEntries(entries);
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
