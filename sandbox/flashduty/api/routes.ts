import type { Method } from './call';
import { addResponders, assign } from './methods/assign';
import { create } from './methods/create';
import { ack, comment, reopen, resolve, snooze, unack, wake } from './methods/handle';
import { list } from './methods/list';
import {
  listChannels,
  listMembers,
  listRules,
  listSchedules,
  listTeams,
  personInfos,
} from './methods/lookups';
import { merge } from './methods/merge';
import { feed, info, listByIds } from './methods/read';

/** https://docs.flashcat.cloud/en/openapi/api-catalog */
export const routes: Readonly<Record<string, Method>> = {
  '/incident/ack': ack,
  '/incident/unack': unack,
  '/incident/resolve': resolve,
  '/incident/reopen': reopen,
  '/incident/snooze': snooze,
  '/incident/wake': wake,
  '/incident/comment': comment,
  '/incident/assign': assign,
  '/incident/responder/add': addResponders,
  '/incident/create': create,
  '/incident/merge': merge,
  '/incident/info': info,
  '/incident/list': list,
  '/incident/list-by-ids': listByIds,
  '/incident/feed': feed,
  '/member/list': listMembers,
  '/person/infos': personInfos,
  '/team/list': listTeams,
  '/channel/list': listChannels,
  '/channel/escalate/rule/list': listRules,
  '/schedule/list': listSchedules,
};

export const PUSH = '/event/push/alert/standard';

export const isKnown = (path: string): boolean => path === PUSH || Object.hasOwn(routes, path);
