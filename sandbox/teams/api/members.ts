import { type ApiError, refuse, tell } from './answer';
import type { Call, Method } from './call';
import { MEMBERS, type Person, personCalled, TENANT } from './world';

/** How many members a page holds: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
const PAGE = { smallest: 50, usual: 200, largest: 500 };

/** `GET /v3/conversations/{conversationId}/members`: all of them at once. */
export const getMembers: Method = (call) => {
  const members = membersIn(call);
  return 'code' in members ? refuse(members) : tell(members.map(toldMember));
};

/** `GET /v3/conversations/{conversationId}/pagedmembers?pageSize=&continuationToken=` */
export const getPagedMembers: Method = (call) => {
  const members = membersIn(call);
  if ('code' in members) return refuse(members);
  const start = startOf(call.query.get('continuationToken'));
  if (start === undefined) {
    return refuse({ code: 'BadArgument', reason: 'Invalid continuation token' });
  }
  const asked = Number(call.query.get('pageSize') ?? PAGE.usual) || PAGE.usual;
  const end = start + Math.min(PAGE.largest, Math.max(PAGE.smallest, asked));
  const page = members.slice(start, end).map(toldMember);
  const more = end < members.length && { continuationToken: tokenFor(end) };
  return tell({ ...more, members: page });
};

/** `GET /v3/conversations/{conversationId}/members/{memberId}`: also by address, principal name or object id. */
export const getMember: Method = (call) => {
  const members = membersIn(call);
  if ('code' in members) return refuse(members);
  const wanted = call.params.memberId ?? '';
  const person = personCalled(wanted);
  if (person && members.some(({ id }) => id === person.id)) return tell(toldMember(person));
  return refuse({ code: 'MemberNotFoundInConversation', reason: `Nobody here is ${wanted}.` });
};

function membersIn({ bot, params, conversations, pace }: Call): readonly Person[] | ApiError {
  const found = conversations.find(bot, params.conversationId ?? '');
  if ('code' in found) return found;
  const { name, note, person, refusal } = found;
  if (person) return [person];
  // who may not write may read
  if (refusal && refusal !== 'ConversationBlockedByUser') return { code: refusal, reason: note };
  return pace.enter('get conversation members', bot.name, name) ?? MEMBERS;
}

function startOf(token: string | null): number | undefined {
  if (!token) return 0;
  const [, start] = /^from:(\d+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  return start === undefined ? undefined : Number(start);
}

const tokenFor = (start: number): string => Buffer.from(`from:${start}`).toString('base64url');

function toldMember({ id, objectId, name, givenName, surname, email }: Person) {
  return {
    id,
    name,
    objectId,
    aadObjectId: objectId,
    givenName,
    surname,
    email,
    userPrincipalName: email,
    tenantId: TENANT,
    userRole: 'user',
  };
}
