import { describe, expect, it } from '@jest/globals';
import { dingtalkApp, refusal } from './dingtalk-app';
import {
  ALERT_CARD,
  CREATE,
  CREATE_AND_DELIVER,
  cardFor,
  DELIVER,
  forPerson,
  put,
  update,
} from './dingtalk-cards';

describe('a card', () => {
  it('is made and put into a group', async () => {
    const app = await dingtalkApp();
    expect(await put(app, cardFor(app))).toEqual({
      success: true,
      result: {
        outTrackId: 'alert-1',
        deliverResults: [
          {
            spaceType: 'IM_GROUP',
            spaceId: app.channel('On call'),
            success: true,
            carrierId: expect.any(String),
          },
        ],
      },
    });
    expect(await app.sandbox.messages()).toMatchObject([
      {
        channel: 'On call',
        ref: 'alert-1',
        text: 'Checkout is down',
        pings: [],
        onlyFor: null,
        payload: {
          robot: 'Alertwire',
          cardTemplateId: ALERT_CARD,
          cardParamMap: { title: 'Checkout is down', status: 'Open' },
        },
        size: { used: 16, limit: 1024 },
      },
    ]);
  });

  it('is put into the chat with a person', async () => {
    const app = await dingtalkApp();
    const { result } = await put(app, cardFor(app, 'On call', forPerson(app, '@Mei Tanaka')));
    expect(result.deliverResults).toMatchObject([{ spaceType: 'IM_ROBOT', success: true }]);
    expect(await app.sandbox.messages()).toMatchObject([{ channel: '@Mei Tanaka' }]);
  });

  it('is one in all its places', async () => {
    const app = await dingtalkApp();
    const ids = ['On call', 'Platform'].map((name) => `IM_GROUP.${app.channel(name)}`);
    await put(app, cardFor(app, 'On call', { openSpaceId: `dtv1.card//${ids.join(';')}` }));
    expect((await update(app, { title: 'Resolved' })).status).toBe(200);
    expect((await app.sandbox.messages()).map(({ channel, text }) => [channel, text])).toEqual([
      ['On call', 'Resolved'],
      ['Platform', 'Resolved'],
    ]);
  });

  it('calls those beside it and those in its texts', async () => {
    const app = await dingtalkApp();
    const [mei, jonas] = ['@Mei Tanaka', '@Jonas Weber'].map(app.channel);
    const more = {
      cardData: { cardParamMap: { markdown: `<a atId=${jonas}>Jonas</a>` } },
      cardAtUserIds: [jonas, 'nobody', app.channel('@Priya Raman')],
      imGroupOpenDeliverModel: {
        robotCode: app.credential.robotCode,
        atUserIds: { '@ALL': '@ALL', [String(mei)]: 'Mei', nobody: 'Nobody' },
      },
    };
    await put(app, cardFor(app, 'On call', more));
    await update(app, { markdown: 'nobody' });
    expect(await app.sandbox.messages()).toMatchObject([
      { pings: ['@所有人', '@Mei Tanaka', '@Jonas Weber'] },
    ]);
  });

  it('may be for some of a group only', async () => {
    const app = await dingtalkApp();
    const { robotCode } = app.credential;
    const recipients = [app.channel('@Mei Tanaka')];
    const more = { imGroupOpenDeliverModel: { robotCode, recipients } };
    await put(app, cardFor(app, 'On call', more));
    expect(await app.sandbox.messages()).toMatchObject([{ onlyFor: 'Mei Tanaka' }]);
  });

  it.each([
    [{ cardTemplateId: '' }, 'param.cardTemplateIdEmpty'],
    [{ cardTemplateId: 'x.schema' }, 'param.templateNotExist'],
    [
      { cardTemplateId: 'a1e47b1e-0a1e-4a1e-8a1e-a1e47b1e0002.schema' },
      'param.templateUnpublished',
    ],
    [{ outTrackId: '' }, 'param.outTrackIdEmpty'],
    [{ cardData: undefined }, 'param.cardPublicDataEmpty'],
    [{ cardData: { cardParamMap: { count: 7 } } }, 'param.invalid'],
    [{ cardData: { cardParamMap: { buttons: [] } } }, 'param.invalid'],
    [{ cardData: { cardParamMap: { ['告'.repeat(34)]: 'a' } } }, 'param.invalid'],
    [{ cardData: { cardParamMap: [] } }, 'param.invalid'],
    [{ privateData: { nobody: { cardParamMap: {} } } }, 'param.userIdNotExist'],
    [{ callbackType: 'stream' }, 'param.invalid'],
    [{ userIdType: 2 }, 'param.invalid'],
    [{ openSpaceId: '' }, 'param.openSpaceIdEmpty'],
    [{ openSpaceId: 'IM_GROUP.cid' }, 'param.openSpaceIdInvalid'],
    [{ openSpaceId: 'dtv1.card//ONE_BOX.cid' }, 'param.openSpaceIdInvalid'],
    [{ imGroupOpenSpaceModel: undefined }, 'param.openSpaceModelInvalid'],
    [{ imGroupOpenSpaceModel: {} }, 'param.openSpaceModelInvalid'],
    [{ imGroupOpenDeliverModel: undefined }, 'param.openDeliverModelEmpty'],
    [{ imGroupOpenDeliverModel: {} }, 'param.openDeliverModelError'],
    [
      { imGroupOpenDeliverModel: { robotCode: 'a', atUserIds: ['b'] } },
      'param.openDeliverModelError',
    ],
    [
      { imGroupOpenDeliverModel: { robotCode: 'a', recipients: 'b' } },
      'param.openDeliverModelError',
    ],
    [
      {
        openSpaceId: 'dtv1.card//IM_ROBOT.manager4101',
        imRobotOpenSpaceModel: { supportForward: true },
        imRobotOpenDeliverModel: {},
      },
      'param.openDeliverModelError',
    ],
  ])('with %j is refused with %s', async (more, code) => {
    const app = await dingtalkApp();
    const reply = await app.call('POST', CREATE_AND_DELIVER, cardFor(app, 'On call', more));
    expect(refusal(reply)).toEqual([400, code]);
    expect(await app.sandbox.messages()).toEqual([]);
    expect((await put(app, cardFor(app))).success).toBe(true);
  });

  it('is refused where nothing is said of it', async () => {
    const app = await dingtalkApp();
    for (const path of [CREATE, DELIVER, CREATE_AND_DELIVER]) {
      expect(refusal(await app.call('POST', path, {}))).toEqual([400, 'param.empty']);
    }
  });

  it('has no variable of more than 1,024 bytes', async () => {
    const app = await dingtalkApp();
    const markdown = `${'告'.repeat(341)}x`;
    expect((await put(app, cardFor(app, 'On call', data({ markdown })))).success).toBe(true);
    expect(refusal(await update(app, { markdown: `${markdown}x` }))).toEqual([
      400,
      'param.invalid',
    ]);
  });

  it('needs a permission of its own', async () => {
    const app = await dingtalkApp('Announcer');
    const reply = await app.call('POST', CREATE_AND_DELIVER, cardFor(app));
    expect(JSON.parse(reply.text)).toMatchObject({
      accessdenieddetail: { requiredScopes: ['Card.Instance.Write'] },
    });
  });

  it('is made once for one outTrackId, of one app', async () => {
    const app = await dingtalkApp();
    await put(app, cardFor(app));
    const again = await app.call('POST', CREATE_AND_DELIVER, cardFor(app, 'Platform'));
    expect(refusal(again)).toEqual([400, 'param.cardAlreadyExist']);
    const made = await app.call('POST', CREATE, cardFor(app));
    expect(refusal(made)).toEqual([400, 'param.cardAlreadyExist']);
    const other = await dingtalkApp('Stopped', app.sandbox);
    expect((await other.call('POST', CREATE, cardFor(other))).status).toBe(200);
    expect(await app.sandbox.messages()).toHaveLength(1);
  });
});

const data = (cardParamMap: object) => ({ cardData: { cardParamMap } });
