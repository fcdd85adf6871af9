import { describe, expect, it } from '@jest/globals';
import { dingtalkApp, refusal } from './dingtalk-app';
import {
  CREATE,
  CREATE_AND_DELIVER,
  cardFor,
  DELIVER,
  forPerson,
  put,
  update,
} from './dingtalk-cards';

const byKey = { cardUpdateOptions: { updateCardDataByKey: true } };

describe('a card that cannot be put somewhere', () => {
  it.each([
    ['Alertwire', 'IM_GROUP.cidNobody', 'spaceId is illegal'],
    ['Alertwire', 'IM_GROUP.cidBoard+Sandbox/Group004Q==', 'invalidParameter.robotCode.notExsit'],
    ['Alertwire', 'IM_GROUP.cidLaunch+Sandbox/Grp0005Q==', 'group.disbanded'],
    ['Stopped', 'IM_GROUP.cidOnCall+Sandbox/Group01Q==', 'bot.stopped'],
    ['Alertwire', 'IM_ROBOT.nobody', 'spaceId is illegal'],
    ['Stopped', 'IM_ROBOT.manager4101', 'chatbotId.notAllow.sendOTO'],
  ])('by %s at %s is answered well: %s', async (name, place, errorMsg) => {
    const app = await dingtalkApp(name);
    const more = {
      openSpaceId: `dtv1.card//${place}`,
      imRobotOpenSpaceModel: { supportForward: true },
      imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT' },
    };
    const reply = await app.call('POST', CREATE_AND_DELIVER, cardFor(app, 'On call', more));
    expect([reply.status, JSON.parse(reply.text)]).toMatchObject([
      200,
      { success: true, result: { deliverResults: [{ success: false, errorMsg }] } },
    ]);
    expect(await app.sandbox.messages()).toEqual([]);
    const again = await app.call('POST', CREATE_AND_DELIVER, cardFor(app));
    expect(refusal(again)).toEqual([400, 'param.cardAlreadyExist']);
  });

  it('is of another robot', async () => {
    const app = await dingtalkApp();
    const more = { imGroupOpenDeliverModel: { robotCode: 'dingsandboxannouncer' } };
    const { result } = await put(app, cardFor(app, 'On call', more));
    expect(result.deliverResults).toMatchObject([
      { success: false, errorMsg: 'invalidParameter.robotCode.auth' },
    ]);
  });
});

describe('a card in two steps', () => {
  it('is made, and then put somewhere', async () => {
    const app = await dingtalkApp();
    expect(await app.ask(CREATE, cardFor(app))).toEqual({ success: true, result: 'alert-1' });
    expect(await app.sandbox.messages()).toEqual([]);
    const { outTrackId, openSpaceId, imGroupOpenDeliverModel } = cardFor(app);
    const delivery = { outTrackId, openSpaceId, imGroupOpenDeliverModel };
    expect(await app.ask(DELIVER, delivery)).toMatchObject({
      success: true,
      result: [{ spaceType: 'IM_GROUP', success: true }],
    });
    expect(await app.sandbox.messages()).toMatchObject([{ channel: 'On call', ref: 'alert-1' }]);
  });

  it('needs its kind of place from the beginning', async () => {
    const app = await dingtalkApp();
    await app.ask(CREATE, cardFor(app));
    const answer = await app.ask(DELIVER, cardFor(app, '', forPerson(app, '@Mei Tanaka')));
    expect(answer).toMatchObject({ success: true, result: [{ success: false }] });
    expect(await app.sandbox.messages()).toEqual([]);
  });

  it.each([
    [{ outTrackId: '' }, 'param.outTrackIdEmpty'],
    [{ outTrackId: 'other' }, 'param.cardNotExist'],
    [{ openSpaceId: undefined }, 'param.openSpaceIdEmpty'],
    [{ imGroupOpenDeliverModel: undefined }, 'param.openDeliverModelEmpty'],
  ])('with %j is refused with %s', async (more, code) => {
    const app = await dingtalkApp();
    await app.ask(CREATE, cardFor(app));
    expect(refusal(await app.call('POST', DELIVER, cardFor(app, 'On call', more)))).toEqual([
      400,
      code,
    ]);
  });
});

describe('a change of a card', () => {
  it('keeps what is not named, with updateCardDataByKey', async () => {
    const app = await dingtalkApp();
    await put(app, cardFor(app));
    const reply = await update(app, { status: 'Accepted' }, byKey);
    expect([reply.status, JSON.parse(reply.text)]).toEqual([200, { success: true, result: true }]);
    expect(await app.sandbox.messages()).toMatchObject([
      {
        payload: { cardParamMap: { title: 'Checkout is down', status: 'Accepted' } },
        history: [
          { event: 'posted' },
          { event: 'updated', before: { payload: { cardParamMap: { status: 'Open' } } } },
        ],
      },
    ]);
  });

  it.each([[{}], [{ cardUpdateOptions: { updateCardDataByKey: false } }]])(
    'replaces everything, with %j',
    async (more) => {
      const app = await dingtalkApp();
      await put(app, cardFor(app));
      await update(app, { status: 'Accepted' }, more);
      const [message] = await app.sandbox.messages();
      expect(message?.payload).toMatchObject({ cardParamMap: { status: 'Accepted' } });
      expect(message?.payload).not.toHaveProperty('cardParamMap.title');
    },
  );

  it('may be of what one person sees', async () => {
    const app = await dingtalkApp();
    await put(app, cardFor(app));
    const mei = app.channel('@Mei Tanaka');
    const change = (cardParamMap: object, updatePrivateDataByKey: boolean) =>
      app.call('PUT', CREATE, {
        outTrackId: 'alert-1',
        privateData: { [mei]: { cardParamMap } },
        cardUpdateOptions: { updatePrivateDataByKey },
      });
    const seen = async () => (await app.sandbox.messages())[0]?.payload;
    await change({ a: '1', b: '2' }, false);
    await change({ b: '3' }, true);
    expect(await seen()).toMatchObject({
      cardParamMap: { status: 'Open' },
      privateData: { [mei]: { a: '1', b: '3' } },
    });
    await change({ c: '4' }, false);
    expect(await seen()).toHaveProperty('privateData', { [mei]: { c: '4' } });
  });

  it.each([
    [{ outTrackId: '' }, 'param.outTrackIdEmpty'],
    [{ outTrackId: 'other' }, 'param.cardNotExist'],
    [{ cardData: undefined }, 'param.cardDataAndPrivateDataBothEmpty'],
    [{ cardData: { cardParamMap: { status: true } } }, 'param.invalid'],
    [{ privateData: { nobody: {} } }, 'param.userIdNotExist'],
  ])('with %j is refused with %s', async (more, code) => {
    const app = await dingtalkApp();
    await put(app, cardFor(app));
    expect(refusal(await update(app, { status: 'a' }, more))).toEqual([400, code]);
  });

  it('is not of another app’s card', async () => {
    const app = await dingtalkApp();
    await put(app, cardFor(app));
    const other = await dingtalkApp('Stopped', app.sandbox);
    expect(refusal(await update(other, { status: 'a' }))).toEqual([400, 'param.cardNotExist']);
  });
});
