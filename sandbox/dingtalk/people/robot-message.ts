import { createHash, randomBytes } from 'node:crypto';
import type { DingTalkApp } from '../api/apps';
import { CORP_ID } from '../api/apps';
import type { DingTalkPerson } from '../api/people';
import type { Place } from './place';

/** What a robot was told, before it is written for the app. */
export interface Told {
  app: DingTalkApp;
  person: DingTalkPerson;
  place: Place;
  text: string;
  /** The people who were called beside the robot. */
  called: readonly DingTalkPerson[];
  sessionWebhook: string;
  sessionWebhookExpiredTime: number;
  now: number;
}

/** https://open.dingtalk.com/document/development/receive-message */
export function robotMessage(told: Told): Record<string, unknown> {
  const { app, person, place, text, called, now } = told;
  const { sessionWebhook, sessionWebhookExpiredTime } = told;
  const { group, conversationId } = place;
  const robot = { dingtalkId: hiddenId(app.clientId) };
  const others = called.map(({ userId }) => ({ dingtalkId: hiddenId(userId), staffId: userId }));
  return {
    conversationId,
    ...(group && { atUsers: [robot, ...others] }),
    chatbotCorpId: app.corpId,
    chatbotUserId: hiddenId(app.clientId),
    msgId: `msg${randomBytes(16).toString('base64')}`,
    senderNick: person.name,
    isAdmin: person.admin === true,
    senderStaffId: person.userId,
    sessionWebhookExpiredTime,
    createAt: now,
    senderCorpId: CORP_ID,
    conversationType: group ? '2' : '1',
    senderId: hiddenId(person.userId),
    ...(group && { conversationTitle: group.name, isInAtList: true }),
    sessionWebhook,
    text: { content: text },
    robotCode: app.robotCode,
    msgtype: 'text',
  };
}

/** An id as apps of any organization see it. */
function hiddenId(id: string): string {
  return `$:LWCP_v1:$${createHash('sha256').update(id).digest('base64').slice(0, 32)}`;
}
