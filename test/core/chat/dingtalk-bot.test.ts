import { describe, expect, it } from '@jest/globals';
import { bot } from '../../../core/chat/dingtalk/bot';
import { renderText } from '../../../core/chat/dingtalk/render';
import type { MessageRef } from '../../../core/http/outcome';
import { json, LOST, shown, taken } from './steps';

const GROUP = 'cidOnCall+Sandbox/Group01Q==';
const KEY = 'abc123';
const USER = 'manager4101';
const ID = bot.refOf?.({ channel: GROUP }, KEY)?.message ?? '';
const DIRECT_ID = bot.refOf?.({ person: USER }, KEY)?.message ?? '';
const card = {
  cardData: {
    cardParamMap: {
      title: 'T',
      headline: 'H',
      markdown: 'M',
      link: 'https://a.example',
      linkLabel: 'Open',
    },
  },
  openSpaceModel: { supportForward: true },
  atUserIds: { [USER]: USER },
};
const words = { msgKey: 'sampleMarkdown', msgParam: '{"title":"Hi","text":"Hello"}' };
const cardRef: MessageRef = {
  chat: 'dingtalk',
  channel: GROUP,
  message: ID,
};
const wordsRef: MessageRef = { chat: 'dingtalk', channel: GROUP, message: 'robot:q+/=' };
const CREATE = 'POST /v1.0/card/instances/createAndDeliver';
const made = (success: unknown, errorMsg?: string) =>
  json(200, {
    success: true,
    result: { outTrackId: KEY, deliverResults: [{ success, errorMsg }] },
  });
const changed = json(200, { success: true, result: true });
const sent = json(200, { processQueryKey: 'q+/=' });

describe('a card', () => {
  it('is made and shown in a group, under the key', async () => {
    const { result, requests } = await taken(
      bot.post(card, { channel: ` ${GROUP} ` }, KEY),
      made(true),
    );
    expect(requests.map(shown)).toEqual([
      {
        does: CREATE,
        body: {
          outTrackId: ID,
          callbackType: 'STREAM',
          cardData: card.cardData,
          openSpaceId: `dtv1.card//IM_GROUP.${GROUP}`,
          imGroupOpenSpaceModel: { supportForward: true },
          imGroupOpenDeliverModel: { atUserIds: { [USER]: USER } },
          userIdType: 1,
        },
      },
    ]);
    expect(result).toEqual({ kind: 'delivered', ref: cardRef });
    expect(ID).toMatch(/^[a-z0-9]{40}$/);
    expect(bot.refOf?.({ channel: GROUP }, 'other')?.message).not.toBe(ID);
    expect(DIRECT_ID).not.toBe(ID);
  });

  it('is shown to a person by the robot', async () => {
    const { result, requests } = await taken(bot.post(card, { person: USER }, KEY), made(true));
    expect(shown(requests[0] as never).body).toMatchObject({
      openSpaceId: `dtv1.card//IM_ROBOT.${USER}`,
      imRobotOpenSpaceModel: { supportForward: true },
      imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
    });
    expect(result).toEqual({
      kind: 'delivered',
      ref: { chat: 'dingtalk', channel: `IM_ROBOT.${USER}`, message: DIRECT_ID },
    });
  });

  it('that is there already is brought up to date, and not made twice', async () => {
    const there = json(400, { code: 'param.cardAlreadyExist', message: 'x' });
    const { result, requests } = await taken(
      bot.post(card, { channel: GROUP }, KEY),
      there,
      changed,
    );
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      CREATE,
      'PUT /v1.0/card/instances',
    ]);
    expect(result).toEqual({ kind: 'delivered', ref: cardRef });
    expect(bot.repeatable).toBe(true);
  });

  it.each([
    [false, 'spaceId is illegal', 'dingtalk.unknown_group'],
    [false, 'invalidParameter.robotCode.notExsit', 'dingtalk.robot_not_in_group'],
    [false, 'something new', 'dingtalk.card_not_delivered'],
    [undefined, undefined, 'dingtalk.card_not_delivered'],
    ['true', undefined, 'dingtalk.card_not_delivered'],
  ])('is not delivered with success %j, %s', async (success, errorMsg, code) => {
    const { result } = await taken(
      bot.post(card, { channel: GROUP }, KEY),
      made(success, errorMsg),
    );
    expect(result).toMatchObject({ kind: 'rejected', problem: { code } });
  });

  it('for nobody says that it is a person who is not there', async () => {
    const nobody = made(false, 'spaceId is illegal');
    const { result } = await taken(bot.post(card, { person: USER }, KEY), nobody);
    expect(result).toMatchObject({ problem: { code: 'dingtalk.unknown_person' } });
  });

  it('is changed by key, so that what is not named stays', async () => {
    const { result, requests } = await taken(bot.update(card, cardRef), changed);
    expect(requests.map(shown)).toEqual([
      {
        does: 'PUT /v1.0/card/instances',
        body: {
          outTrackId: ID,
          cardData: card.cardData,
          cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
          userIdType: 1,
        },
      },
    ]);
    expect(result).toEqual({ kind: 'delivered', ref: cardRef });
  });

  it('that is gone says so, and one that was not changed too', async () => {
    const gone = json(400, { code: 'param.cardNotExist', message: 'x' });
    expect((await taken(bot.update(card, cardRef), gone)).result).toMatchObject({
      kind: 'gone',
      problem: { code: 'dingtalk.message_not_found' },
    });
    const not = json(200, { success: true, result: false });
    expect((await taken(bot.update(card, cardRef), not)).result.kind).toBe('rejected');
  });

  it('cannot be deleted', async () => {
    const { result, requests } = await taken(bot.remove(cardRef), LOST);
    expect(requests).toEqual([]);
    expect(result).toMatchObject({ problem: { code: 'dingtalk.cannot_remove' } });
  });

  it('is for one person only, also of plain words', async () => {
    for (const payload of [card, words]) {
      const steps = bot.whisper?.(payload, { channel: GROUP, person: USER }, KEY) as never;
      const { requests } = await taken(steps, made(true));
      expect(shown(requests[0] as never)).toMatchObject({
        does: CREATE,
        body: { imGroupOpenDeliverModel: { recipients: [USER] } },
      });
    }
  });

  it.each([
    ['Accepted.', { title: 'Accepted.', markdown: '' }],
    ['accept 4711\noncall', { title: 'accept 4711', markdown: 'oncall' }],
    ['a_b', { title: 'a＿b', markdown: '' }],
    ['see https://a.example', { markdown: expect.stringMatching(/^see \[https:/) }],
  ])('says nothing twice: %j', async (text, cardParamMap) => {
    const { payload } = renderText(text, {}, 'bot');
    const steps = bot.whisper?.(payload, { channel: GROUP, person: USER }, KEY) as never;
    const { requests } = await taken(steps, made(true));
    expect(shown(requests[0] as never)).toMatchObject({ body: { cardData: { cardParamMap } } });
  });

  it('holds no longer text than DingTalk takes', async () => {
    const text = JSON.stringify({ title: 'Hi', text: '警'.repeat(342) });
    const long = { msgKey: 'sampleMarkdown', msgParam: text };
    for (const steps of [
      bot.whisper?.(long, { channel: GROUP, person: USER }, KEY) as never,
      bot.update(long, cardRef),
    ]) {
      const { result, requests } = await taken(steps, LOST);
      expect(requests).toEqual([]);
      expect(result).toMatchObject({ problem: { code: 'dingtalk.message_too_long' } });
    }
  });
});

describe('what the robot says', () => {
  it('goes to a group', async () => {
    const { result, requests } = await taken(bot.post(words, { channel: GROUP }, KEY), sent);
    expect(requests.map(shown)).toEqual([
      {
        does: 'POST /v1.0/robot/groupMessages/send',
        body: { openConversationId: GROUP, ...words },
      },
    ]);
    expect(result).toEqual({ kind: 'delivered', ref: wordsRef });
  });

  it('goes to a person', async () => {
    const { result, requests } = await taken(bot.post(words, { person: USER }, KEY), sent);
    expect(requests.map(shown)).toEqual([
      { does: 'POST /v1.0/robot/oToMessages/batchSend', body: { userIds: [USER], ...words } },
    ]);
    expect(result).toMatchObject({ ref: { channel: `IM_ROBOT.${USER}`, message: 'robot:q+/=' } });
  });

  it.each([
    [{ invalidStaffIdList: [USER] }, 'rejected', 'dingtalk.unknown_person'],
    [{ flowControlledStaffIdList: [USER] }, 'retry', 'delivery.rate_limited'],
  ])('reached nobody with %j', async (lists, kind, code) => {
    const partly = json(200, { processQueryKey: 'q', ...lists });
    const { result } = await taken(bot.post(words, { person: USER }, KEY), partly);
    expect(result).toMatchObject({ kind, problem: { code } });
  });

  it('follows the card as a reply, in the same place', async () => {
    const { requests } = await taken(bot.reply(card, cardRef, KEY), sent);
    const { does, body } = shown(requests[0] as never);
    expect(does).toBe('POST /v1.0/robot/groupMessages/send');
    expect(body).toMatchObject({ openConversationId: GROUP, msgKey: 'sampleMarkdown' });
    const { title, text } = JSON.parse((body as { msgParam: string }).msgParam);
    expect(title).toBe('T');
    expect(text.split('  \n  \n')).toEqual(['### T', 'H', 'M', '[Open](https://a.example)']);
    const direct = { ...cardRef, channel: `IM_ROBOT.${USER}` };
    const one = await taken(bot.reply(words, direct, KEY), sent);
    expect(one.requests.map(shown)).toEqual([
      { does: 'POST /v1.0/robot/oToMessages/batchSend', body: { userIds: [USER], ...words } },
    ]);
  });

  it('is never changed', async () => {
    const { result, requests } = await taken(bot.update(card, wordsRef), changed);
    expect(requests).toEqual([]);
    expect(result).toMatchObject({ kind: 'gone', problem: { code: 'dingtalk.cannot_change' } });
  });

  it.each([
    [GROUP, 'groupMessages/recall', { openConversationId: GROUP }],
    [`IM_ROBOT.${USER}`, 'otoMessages/batchRecall', {}],
  ])('is taken back in %s', async (channel, path, at) => {
    const ref = { ...wordsRef, channel };
    const done = json(200, { successResult: ['q+/='], failedResult: {} });
    const { result, requests } = await taken(bot.remove(ref), done);
    expect(requests.map(shown)).toEqual([
      { does: `POST /v1.0/robot/${path}`, body: { ...at, processQueryKeys: ['q+/='] } },
    ]);
    expect(result).toEqual({ kind: 'delivered', ref });
  });

  it.each([
    ['robot.processQueryKey.expired', 'gone'],
    ['invalid.processQueryKey', 'gone'],
    ['not.allowed.robotCode', 'rejected'],
    ['something new', 'rejected'],
  ])('is not taken back with %s', async (reason, kind) => {
    const partly = json(200, { successResult: [], failedResult: { 'q+/=': reason } });
    expect((await taken(bot.remove(wordsRef), partly)).result.kind).toBe(kind);
  });
});

describe('a place', () => {
  it.each([
    [{ channel: '' }, 'dingtalk.bad_group_id'],
    [{ channel: 'Operations' }, 'dingtalk.bad_group_id'],
    [{ channel: 'cidA;IM_ROBOT.boss' }, 'dingtalk.bad_group_id'],
    [{ person: 'a;IM_GROUP.cidB' }, 'dingtalk.bad_user_id'],
    [{ person: '' }, 'dingtalk.bad_user_id'],
  ])('is not %j', async (to, code) => {
    for (const payload of [card, words]) {
      const { result, requests } = await taken(bot.post(payload, to, KEY), LOST);
      expect(requests).toEqual([]);
      expect(result).toMatchObject({ kind: 'rejected', problem: { code } });
    }
  });

  it.each([
    { ...cardRef, chat: 'teams' },
    { ...cardRef, channel: 'x' },
    { ...cardRef, message: 'a b' },
    { ...cardRef, message: 'robot:' },
    { chat: 'dingtalk', message: KEY },
  ])('of a message is not %j', async (ref) => {
    for (const steps of [bot.update(card, ref), bot.remove(ref), bot.reply(card, ref, KEY)]) {
      const { result, requests } = await taken(steps, LOST);
      expect(requests).toEqual([]);
      expect(result).toMatchObject({ problem: { code: 'dingtalk.bad_message_ref' } });
    }
  });
});
