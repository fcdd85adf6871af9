import { textOf } from '../../judging/shape';
import { appWithRobot, type DingTalkApp } from './apps';
import { closedTo, type Group, groupWithId } from './groups';
import { type Call, refused } from './method';
import type { ApiObjection } from './refusal';

/** An app speaks through its own robot only. */
export function robotObjection(app: DingTalkApp, robotCode: unknown): ApiObjection | undefined {
  const code = textOf(robotCode);
  if (code === '') {
    return { code: 'invalidParameter.robotCode.empty', reason: 'The robotCode is missing.' };
  }
  const owner = appWithRobot(code);
  if (!owner) {
    return { code: 'resource.not.found', reason: `No robot has the code ${code}.` };
  }
  if (owner === app) return undefined;
  const reason = `The robot ${code} belongs to ${owner.name}, the token to ${app.name}.`;
  return { code: 'invalidParameter.robotCode.auth', reason };
}

/** The group a message goes to. */
export function groupOf({ app, args }: Call): { group: Group } | { objection: ApiObjection } {
  const id = textOf(args.openConversationId);
  if (id === '') return refused('miss.openConversationId', 'The openConversationId is missing.');
  const group = groupWithId(id);
  if (!group) {
    return refused('invalid.openConversationId', 'No group has this openConversationId.');
  }
  const objection = closedTo(app, group);
  return objection ? { objection } : { group };
}
