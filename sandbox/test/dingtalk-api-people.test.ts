import { describe, expect, it } from '@jest/globals';
import {
  type AppAtWork,
  dingtalkApp,
  refusal,
  SEND,
  SEND_TO_PEOPLE,
  toGroup,
  toPeople,
} from './dingtalk-app';
import { runSandbox } from './running';

const RECALL = '/v1.0/robot/groupMessages/recall';
const RECALL_FROM_PEOPLE = '/v1.0/robot/otoMessages/batchRecall';

describe('a message to people', () => {
  it('is in the chat of each, under one key', async () => {
    const app = await dingtalkApp();
    const userIds = ['@Priya Raman', '@Mei Tanaka'].map(app.channel);
    const answer = await app.ask(SEND_TO_PEOPLE, toPeople(app, userIds));
    expect(answer).toEqual({
      processQueryKey: expect.any(String),
      invalidStaffIdList: [],
      flowControlledStaffIdList: [],
    });
    expect((await app.sandbox.messages()).map(({ channel, ref }) => [channel, ref])).toEqual([
      ['@Priya Raman', answer.processQueryKey],
      ['@Mei Tanaka', answer.processQueryKey],
    ]);
  });

  it('reaches some, and the answer is good', async () => {
    const app = await dingtalkApp();
    const userIds = ['nobody', app.channel('@Wei Zhang'), app.channel('@Jonas Weber')];
    const reply = await app.call('POST', SEND_TO_PEOPLE, toPeople(app, userIds));
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.text)).toMatchObject({
      invalidStaffIdList: ['nobody'],
      flowControlledStaffIdList: [app.channel('@Wei Zhang')],
    });
    expect(await app.sandbox.messages()).toMatchObject([{ channel: '@Jonas Weber' }]);
  });

  it('reaches nobody, and the answer is good, where all get too many', async () => {
    const app = await dingtalkApp();
    const reply = await app.call(
      'POST',
      SEND_TO_PEOPLE,
      toPeople(app, [app.channel('@Wei Zhang')]),
    );
    expect(reply.status).toBe(200);
    expect(await app.sandbox.messages()).toEqual([]);
  });

  it.each([
    [undefined, 'invalidParameter.userIds.empty'],
    [[], 'invalidParameter.userIds.empty'],
    [Array.from({ length: 21 }, (_, index) => `u${index}`), 'invalidParameter.userIds.overMax'],
    [['nobody'], 'staffId.notExisted'],
    [['0134560013'], 'staffId.notExisted'],
  ])('to %j is refused with %s', async (userIds, code) => {
    const app = await dingtalkApp();
    const reply = await app.call('POST', SEND_TO_PEOPLE, toPeople(app, userIds));
    expect(refusal(reply)).toEqual([400, code]);
  });
});

describe('taking a message back', () => {
  it('takes it from a group, and says what it could not take', async () => {
    const app = await dingtalkApp();
    const { processQueryKey: key } = await app.ask(SEND, toGroup(app));
    const { robotCode, openConversationId } = toGroup(app);
    const body = { robotCode, openConversationId, processQueryKeys: [key, 'nothing'] };
    expect(await app.ask(RECALL, body)).toEqual({
      successResult: [key],
      failedResult: { nothing: 'invalid.processQueryKey' },
    });
    expect(await app.sandbox.messages()).toMatchObject([{ ref: key, deleted: true }]);
    expect(await app.ask(RECALL, body)).toMatchObject({
      successResult: [],
      failedResult: { [String(key)]: 'invalid.processQueryKey' },
    });
  });

  it('does not take what is another app’s, or in another group', async () => {
    const app = await dingtalkApp();
    const { processQueryKey: key } = await app.ask(SEND, toGroup(app));
    const other = await dingtalkApp('Announcer', app.sandbox);
    const recalled = (by: AppAtWork, group: string) =>
      by.ask(RECALL, { ...toGroup(by, group), processQueryKeys: [key] });
    expect(await recalled(other, 'On call')).toMatchObject({ successResult: [] });
    expect(await recalled(app, 'Platform')).toMatchObject({ successResult: [] });
    expect(await app.sandbox.messages()).toMatchObject([{ deleted: false }]);
  });

  it('takes it from everybody who got it, within a day', async () => {
    let now = 1_772_331_120_000;
    const app = await dingtalkApp('Alertwire', await runSandbox({ now: () => now }));
    const userIds = ['@Priya Raman', '@Mei Tanaka'].map(app.channel);
    const sent = async () =>
      (await app.ask(SEND_TO_PEOPLE, toPeople(app, userIds))).processQueryKey as string;
    const { robotCode } = app.credential;
    const key = await sent();
    const old = await sent();
    expect(await app.ask(RECALL_FROM_PEOPLE, { robotCode, processQueryKeys: [key] })).toEqual({
      successResult: [key],
      failedResult: {},
    });
    const messages = await app.sandbox.messages();
    expect(messages.map(({ deleted }) => deleted)).toEqual([true, true, false, false]);
    now += 86_400_001;
    const later = await dingtalkApp('Alertwire', app.sandbox);
    const body = { robotCode, processQueryKeys: [old] };
    expect(await later.ask(RECALL_FROM_PEOPLE, body)).toMatchObject({
      failedResult: { [old]: 'robot.processQueryKey.expired' },
    });
  });

  it.each([
    [RECALL, { robotCode: '' }, 'miss.chatbotId'],
    [RECALL, { robotCode: 'dingnobody' }, 'invalidParameter.robotCode'],
    [RECALL, { robotCode: 'dingsandboxannouncer' }, 'not.allowed.robotCode'],
    [RECALL, { processQueryKeys: [] }, 'invalidParameter.processQueryKey.missing'],
    [RECALL, { openConversationId: 'x' }, 'invalid.openConversationId'],
    [RECALL_FROM_PEOPLE, { robotCode: '' }, 'invalidParameter.robotCode'],
    [RECALL_FROM_PEOPLE, { robotCode: 'dingsandboxannouncer' }, 'not.allowed.robotCode'],
    [RECALL_FROM_PEOPLE, { processQueryKeys: [''] }, 'invalid.processQueryKey'],
    [
      RECALL_FROM_PEOPLE,
      { processQueryKeys: Array.from({ length: 21 }, () => 'a') },
      'invalidParameter.processQueryKeys.overMax',
    ],
  ])('at %s with %j is refused with %s', async (path, more, code) => {
    const app = await dingtalkApp();
    const body = { ...toGroup(app), processQueryKeys: ['a'], ...more };
    expect(refusal(await app.call('POST', path, body))).toEqual([400, code]);
  });
});
