import { CORP_ID, type DingTalkApp } from './apps';
import type { ApiObjection } from './refusal';

export interface Group {
  /** Its openConversationId. */
  id: string;
  name: string;
  /** The names of the apps whose robots are in it. */
  robots: readonly string[];
  dissolved?: true;
  /** The app that made it from a template; only it may ask for the group. */
  sceneOf?: string;
  note: string;
}

const USUAL = ['Alertwire', 'Announcer', 'Onlooker', 'Rotated', 'Stopped'];

/** The groups of the organization. An id holds what Base64 holds. */
export const groups: readonly Group[] = [
  {
    id: 'cidOnCall+Sandbox/Group01Q==',
    name: 'On call',
    robots: USUAL,
    note: 'The robots of this organization are in it.',
  },
  {
    id: 'cidPlatform+Sandbox/Grp02Q==',
    name: 'Platform',
    robots: USUAL,
    note: 'The robots of this organization are in it.',
  },
  {
    id: 'cidNight+Sandbox/Group003Q==',
    name: 'Night shift',
    robots: ['Alertwire'],
    sceneOf: 'Alertwire',
    note: 'Alertwire made it from a template; its robot is the only one in it.',
  },
  {
    id: 'cidBoard+Sandbox/Group004Q==',
    name: 'Board room',
    robots: [],
    note: 'No robot is in it.',
  },
  {
    id: 'cidLaunch+Sandbox/Grp0005Q==',
    name: 'Launch 2019',
    robots: USUAL,
    dissolved: true,
    note: 'The group was dissolved.',
  },
];

export function groupWithId(id: unknown): Group | undefined {
  return groups.find((group) => group.id === id);
}

/** What keeps the robot of an app from a group; in which order DingTalk looks is not documented. */
export function closedTo(app: DingTalkApp, group: Group): ApiObjection | undefined {
  const { name, dissolved, robots, note } = group;
  if (app.corpId !== CORP_ID) {
    const reason = `${name} belongs to another organization than ${app.name}.`;
    return { code: 'conversation.org.notMatch', reason };
  }
  if (dissolved) return { code: 'group.disbanded', reason: `${name} takes no messages. ${note}` };
  if (app.stopped) return { code: 'bot.stopped', reason: app.note };
  if (robots.includes(app.name)) return undefined;
  const reason = `The robot of ${app.name} is not in ${name}.`;
  return { code: 'invalidParameter.robotCode.notExsit', reason };
}
