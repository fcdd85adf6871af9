import { describe, expect, it } from '@jest/globals';
import { unseal } from '../../../core/answers/seal';
import { inbound } from '../../../core/chat/dingtalk/inbound/index';
import { dingtalk } from '../../../core/chat/dingtalk/index';
import {
  alone,
  button,
  codeOf,
  fromCard,
  fromRobot,
  GROUP,
  KEYS,
  NOW,
  pressing,
  SESSION,
  saying,
  setupWith,
  taken,
} from './dingtalk-inbound-world';
import { taken as done, json, shown } from './steps';

const bodyOf = ({ reply }: { reply: { body: string } }) => JSON.parse(reply.body);
const options = { updateCardDataByKey: true, updatePrivateDataByKey: true };

describe('a line to the robot', () => {
  it('is a command: who, where, what', async () => {
    const read = await taken(fromRobot(saying(' ack 4711')));
    expect(read.commands).toEqual([
      {
        schemaVersion: 1,
        id: expect.stringMatching(/^[0-9a-f]{32}$/),
        kind: 'alert-action',
        action: 'accept',
        alert: { id: '4711' },
        arguments: {},
        chat: 'dingtalk',
        user: { id: 'manager4101', name: 'Priya Raman' },
        channel: { id: GROUP, name: 'On call' },
        answer: { person: 'manager4101', channel: GROUP },
        receivedAt: '2026-03-01T02:12:00.000Z',
      },
    ]);
    expect(bodyOf(read)).toEqual({ msgtype: 'empty' });
  });

  it('alone with the robot can be answered at its own address, which stays sealed', async () => {
    const [{ answer, ...command }] = (await taken(fromRobot(saying('ack 1', alone)))).commands;
    expect(answer).toEqual({
      person: 'manager4101',
      sealed: expect.any(String),
      until: '2026-03-01T03:42:00.000Z',
    });
    expect(unseal(answer?.sealed ?? '', KEYS)).toBe(SESSION);
    expect(JSON.stringify({ answer, command })).not.toContain('session=');
  });

  it.each([
    'https://evil.example/robot/sendBySession?session=abc',
    'https://oapi.dingtalk.com.evil.example/',
    'https://oapi.dingtalk.com@evil.example/',
    'http://oapi.dingtalk.com/robot/sendBySession?session=abc',
    'https://oapi.dingtalk.com:8443/robot/sendBySession?session=abc',
    'https://evildingtalk.com/',
    'javascript:alert(1)',
    '',
  ])('is never answered at %j', async (sessionWebhook) => {
    const [{ answer }] = (await taken(fromRobot(saying('ack 1', { ...alone, sessionWebhook }))))
      .commands;
    expect(answer).toEqual({ person: 'manager4101' });
  });

  it('in rich text is read as well', async () => {
    const richText = [{ text: 'snooze 4711' }, { type: 'picture' }, { text: '30m' }];
    const sent = fromRobot(saying('', { msgtype: 'richText', content: { richText } }));
    expect((await taken(sent)).commands).toMatchObject([{ arguments: { minutes: '30' } }]);
  });

  it('gets help for the eyes of one person in a group', async () => {
    const { commands, afterwards } = await taken(fromRobot(saying('what?')));
    expect(commands).toEqual([]);
    const places = { success: true, result: { deliverResults: [{ success: true }] } };
    const { requests } = await done(afterwards[0](), json(200, places));
    expect(requests.map(shown)).toMatchObject([
      {
        does: 'POST /v1.0/card/instances/createAndDeliver',
        body: { imGroupOpenDeliverModel: { recipients: ['manager4101'] } },
      },
    ]);
  });

  it('gets help where both are alone', async () => {
    const { afterwards } = await taken(fromRobot(saying('what?', alone)));
    const { requests } = await done(afterwards[0](), json(200, { errcode: 0, errmsg: 'ok' }));
    expect(requests.map(shown)).toMatchObject([{ does: `POST ${SESSION}` }]);
    const nowhere = { ...alone, sessionWebhook: '' };
    const other = await taken(fromRobot(saying('what?', nowhere)));
    const said = await done(other.afterwards[0](), json(200, { processQueryKey: 'k' }));
    expect(said.requests.map(shown)).toMatchObject([
      { does: 'POST /v1.0/robot/oToMessages/batchSend', body: { userIds: ['manager4101'] } },
    ]);
  });

  it.each([
    ['another robot', { robotCode: 'dingapp0002' }],
    ['somebody of another organization', { senderCorpId: 'corp2' }],
    ['somebody without an ID', { senderStaffId: undefined }],
    ['a picture', { msgtype: 'picture' }],
    ['no message', { msgId: undefined }],
  ])('for or from %s does nothing, and says so', async (_, more) => {
    const read = await taken(fromRobot(saying('accept 4711', more)));
    expect(read).toMatchObject({ commands: [], afterwards: [], warnings: [expect.any(String)] });
  });

  it('is done once: told again it is taken, replayed it is not', async () => {
    const setup = setupWith();
    expect((await taken(fromRobot(saying('ack 1')), setup)).commands).toHaveLength(1);
    expect(await codeOf(fromRobot(saying('ack 1')), setup)).toBe('401 answer.replayed');
    const again = await taken(fromRobot(saying('ack 1'), NOW + 1000), setup);
    expect(again).toMatchObject({ commands: [], afterwards: [], reply: { status: 200 } });
    const other = fromRobot(saying('ack 2', { msgId: 'msg2' }));
    expect((await taken(other, setup)).commands).toHaveLength(1);
  });

  it('that is no JSON is refused', async () => {
    const request = { ...fromRobot({}), rawBody: 'nonsense' };
    expect(await codeOf(request)).toBe('400 answer.unreadable');
  });
});

describe('a press on a card', () => {
  it('is a command, of the group its button was made for', async () => {
    const read = await taken(fromCard(pressing({ token: button('snooze'), minutes: '30', x: '' })));
    const ref = { chat: 'dingtalk', channel: GROUP, message: 'a1b2c3' };
    expect(read.commands).toMatchObject([
      {
        action: 'snooze',
        alert: { platform: 'ilert', id: '4711' },
        arguments: { minutes: '30' },
        user: { id: 'manager4101' },
        channel: { id: GROUP },
        messageRef: ref,
        answer: { person: 'manager4101', channel: GROUP, thread: ref },
      },
    ]);
    expect(read.commands[0].arguments).toEqual({ minutes: '30' });
    expect(bodyOf(read)).toEqual({
      cardUpdateOptions: options,
      userPrivateData: { cardParamMap: { notice: '' } },
    });
  });

  it('may say where it was, and then has to be there', async () => {
    const token = button();
    const there = await taken(fromCard(pressing({ token }, { spaceId: GROUP })));
    expect(there.commands).toHaveLength(1);
    const elsewhere = await taken(fromCard(pressing({ token }, { spaceId: 'cidOther==' })));
    expect(elsewhere.refused).toMatchObject([{ problem: { code: 'answer.other_channel' } }]);
  });

  it.each([
    ['forged', `${button().slice(0, -2)}xx`, 'answer.other_installation'],
    ['out of date', button('accept', { expiresAt: NOW }), 'answer.expired'],
    ['of somebody else', undefined, 'answer.not_a_button'],
  ])('of a button %s is refused, and the person sees why', async (_, token, code) => {
    const read = await taken(fromCard(pressing({ token })));
    expect(read.commands).toEqual([]);
    expect(read.refused).toMatchObject([{ problem: { code }, user: { id: 'manager4101' } }]);
    const { cardUpdateOptions, userPrivateData } = bodyOf(read);
    expect(cardUpdateOptions).toEqual(options);
    const { message } = read.refused[0].problem;
    expect(userPrivateData.cardParamMap.notice).toContain(message.slice(0, 40));
    expect(Buffer.byteLength(userPrivateData.cardParamMap.notice)).toBeLessThanOrEqual(1024);
  });

  it('is taken once; a second press is another one', async () => {
    const setup = setupWith();
    const body = pressing({ token: button() });
    const first = await taken(fromCard(body), setup);
    expect(await codeOf(fromCard(body), setup)).toBe('401 answer.replayed');
    const second = await taken(fromCard(body, NOW + 1), setup);
    expect(second.commands[0].id).not.toBe(first.commands[0].id);
  });

  it.each([
    { type: 'other' },
    { outTrackId: '' },
    { userId: undefined },
    { userId: 'x'.repeat(200) },
  ])('that is none is taken, and said to be none: %j', async (more) => {
    const read = await taken(fromCard(pressing({ token: button() }, more)));
    expect(read).toMatchObject({ commands: [], refused: [], warnings: [expect.any(String)] });
  });
});

describe('the address of cards', () => {
  it('is told to DingTalk with what it is to sign with', async () => {
    const steps = inbound.register?.('https://flows.example.com/webhook/d', KEYS);
    if (!steps) throw new Error('DingTalk has to be told.');
    const { result, requests } = await done(steps, json(200, { success: true, result: {} }));
    expect(result).toEqual({ kind: 'delivered' });
    expect(requests.map(shown)).toEqual([
      {
        does: 'POST /v1.0/card/callbacks/register',
        body: {
          callbackRouteKey: 'alertwire',
          callbackUrl: 'https://flows.example.com/webhook/d',
          apiSecret: expect.stringMatching(/^[0-9a-f]{64}$/),
          forceUpdate: true,
        },
      },
    ]);
    expect(requests[0].body).not.toContain(KEYS.key);
  });

  it('is named by cards of destinations that are answered over HTTP', async () => {
    const { bot } = dingtalk.transports;
    const card = (callbackType?: string) => ({ cardData: { cardParamMap: {} }, callbackType });
    const posted = async (callbackType?: string) => {
      const steps = bot?.post(card(callbackType), { channel: GROUP }, 'k');
      if (!steps) throw new Error('DingTalk has a bot.');
      return shown((await done(steps, json(200, {}))).requests[0]).body;
    };
    expect(await posted('HTTP')).toMatchObject({
      callbackType: 'HTTP',
      callbackRouteKey: 'alertwire',
    });
    const usual = await posted();
    expect(usual.callbackType).toBe('STREAM');
    expect(usual).not.toHaveProperty('callbackRouteKey');
  });
});
