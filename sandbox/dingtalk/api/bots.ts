import type { Bot, BotChannel } from '../../platform';
import { apps, CORP_ID, type DingTalkApp } from './apps';
import { closedTo, groups } from './groups';
import { chatWith, people } from './people';
import type { ApiCode } from './refusal';
import { templates } from './templates';

/** The apps as the page and the tests are told of them. */
export function botsAt(origin: string): Bot[] {
  return apps.map((app) => ({
    platform: 'dingtalk',
    name: app.name,
    baseUrl: `${origin}/dingtalk`,
    credential: {
      clientId: app.clientId,
      clientSecret: app.formerSecret ?? app.clientSecret,
      robotCode: app.robotCode,
      cardTemplateId: templates[0]?.id ?? '',
    },
    ...(app.receives && { inbound: inboundOf(app) }),
    channels: [...groupsFor(app), ...peopleFor(app)],
    answers: closed(app) ?? 'ok',
    note: app.note,
  }));
}

/** The secret signs what its robot is sent by HTTP, and opens its stream. */
function inboundOf({ clientId, clientSecret, robotCode }: DingTalkApp): Record<string, string> {
  return { clientId, clientSecret, robotCode };
}

function groupsFor(app: DingTalkApp): BotChannel[] {
  return groups.map((group) => {
    const { id, name, note } = group;
    const answers = closed(app) ?? unable(app) ?? closedTo(app, group)?.code ?? 'ok';
    return { id, name, note, answers };
  });
}

function peopleFor(app: DingTalkApp): BotChannel[] {
  return people
    .filter(({ left }) => !left)
    .map((person) => {
      const { userId: id, flooded } = person;
      const note = flooded
        ? 'Gets no more messages of robots today: flowControlledStaffIdList.'
        : 'A person, whose userId it is.';
      const answers = closed(app) ?? unable(app) ?? noChat(app) ?? 'ok';
      return { id, name: chatWith(person), note, answers };
    });
}

/** What every call is refused with. */
function closed({ formerSecret, usedUp }: DingTalkApp): ApiCode | undefined {
  if (formerSecret !== undefined) return 'invalidClientIdOrSecret';
  return usedUp ? 'Forbidden.AccessDenied.ApiCountLimitForOrg' : undefined;
}

function unable({ scopes }: DingTalkApp): ApiCode | undefined {
  if (scopes.includes('qyapi_robot_sendmsg')) return undefined;
  return 'Forbidden.AccessDenied.AccessTokenPermissionDenied';
}

function noChat({ corpId, stopped }: DingTalkApp): ApiCode | undefined {
  if (stopped) return 'chatbotId.notAllow.sendOTO';
  return corpId === CORP_ID ? undefined : 'staffId.notExisted';
}
