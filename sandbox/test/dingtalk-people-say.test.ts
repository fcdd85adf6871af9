import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { chatWithApp, robotAtWork, sayings } from './dingtalk-people';

describe('a line in a group', () => {
  it('is told to the robot it calls', async () => {
    const { app, chat } = await robotAtWork();
    const before = Date.now();
    expect(await chat.say('@Alertwire accept INC-1')).toEqual({ status: 200, ok: true });
    const [{ headers, body }] = app.told;
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(body).toEqual({
      conversationId: chat.channel('On call'),
      atUsers: [{ dingtalkId: body.chatbotUserId }],
      chatbotCorpId: 'dingsandbox0000000000000000000000001',
      chatbotUserId: expect.stringMatching(/^\$:LWCP_v1:\$/),
      msgId: expect.stringMatching(/^msg.{20,}/),
      senderNick: 'Priya Raman',
      isAdmin: true,
      senderStaffId: chat.id('Priya Raman'),
      sessionWebhookExpiredTime: Number(body.createAt) + 5_400_000,
      createAt: expect.any(Number),
      senderCorpId: 'dingsandbox0000000000000000000000001',
      conversationType: '2',
      senderId: expect.stringMatching(/^\$:LWCP_v1:\$/),
      conversationTitle: 'On call',
      isInAtList: true,
      sessionWebhook: expect.stringContaining('/dingtalk/robot/sendBySession?session='),
      text: { content: ' accept INC-1' },
      robotCode: chat.credential.robotCode,
      msgtype: 'text',
    });
    expect(Number(body.createAt)).toBeGreaterThanOrEqual(before);
    expect(await sayings(chat)).toEqual([['On call', '@Alertwire accept INC-1']]);
  });

  it('is signed with the secret of the app', async () => {
    const { app, chat } = await robotAtWork();
    await chat.say('@Alertwire help');
    const { timestamp, sign } = app.told[0]?.headers ?? {};
    const bot = chat.sandbox.bots.find(
      ({ platform, name }) => platform === 'dingtalk' && name === 'Alertwire',
    );
    const { clientSecret = '', ...more } = bot?.inbound ?? {};
    expect(more).toEqual({
      clientId: chat.credential.clientId,
      robotCode: chat.credential.robotCode,
    });
    const hmac = createHmac('sha256', clientSecret).update(`${timestamp}\n${clientSecret}`);
    expect(timestamp).toMatch(/^\d{13}$/);
    expect(sign).toBe(hmac.digest('base64'));
  });

  it('names the people it calls by their ids alone', async () => {
    const { app, chat } = await robotAtWork();
    await chat.say('@Alertwire assign @Mei Tanaka now', 'Jonas Weber');
    expect(app.told[0]?.body).toMatchObject({
      text: { content: ' assign  now' },
      isAdmin: false,
      atUsers: [{}, { staffId: chat.id('Mei Tanaka') }],
    });
    expect(await chat.sandbox.messages()).toMatchObject([{ pings: ['@Mei Tanaka'] }]);
  });

  it.each([
    ['accept INC-1', 'On call'],
    ['@Alertwires accept', 'On call'],
    ['@Mei Tanaka look', 'On call'],
    ['@Alertwire accept', 'Board room'],
    ['@Alertwire accept', '告警'],
  ])('of %s in %s is told to nobody', async (line, channel) => {
    const { app, chat } = await robotAtWork();
    expect(await chat.say(line, 'Priya Raman', channel)).toEqual({ status: 200, ok: true });
    expect(app.told).toEqual([]);
    expect(await sayings(chat)).toEqual([[channel, line]]);
  });

  it.each([
    ['@Announcer accept', 'Announcer has no stream open'],
    ['@Stopped accept', 'switched off'],
  ])('of %s has nowhere to go', async (line, problem) => {
    const { chat } = await robotAtWork();
    expect(await chat.say(line)).toMatchObject({
      ok: false,
      problem: expect.stringContaining(problem),
    });
  });

  it('has nowhere to go as long as nobody said where', async () => {
    const chat = await chatWithApp();
    expect(await chat.say('@Alertwire accept')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('nobody has said where'),
    });
  });

  it('is not said where nobody is', async () => {
    const { chat } = await robotAtWork();
    expect(await chat.say('hello', 'Priya Raman', 'Launch 2019')).toMatchObject({
      status: 403,
      code: 'group_dissolved',
    });
  });
});

describe('a line to the robot alone', () => {
  it('is told without being called', async () => {
    const { app, chat } = await robotAtWork();
    await chat.say('accept INC-1', 'Mei Tanaka', '@Mei Tanaka');
    const [{ body }] = app.told;
    expect(body).toMatchObject({ conversationType: '1', text: { content: 'accept INC-1' } });
    for (const name of ['atUsers', 'isInAtList', 'conversationTitle']) {
      expect(body).not.toHaveProperty(name);
    }
  });

  it('is nobody else’s', async () => {
    const { chat } = await robotAtWork();
    expect(await chat.say('accept', 'Priya Raman', '@Mei Tanaka')).toMatchObject({ status: 403 });
  });
});

describe('a message to a robot', () => {
  it('may come twice, under one id', async () => {
    const { app, chat } = await robotAtWork();
    await chat.say('@Alertwire accept');
    expect(await chat.control('/redeliver')).toEqual({ ok: true });
    await chat.say('@Alertwire help');
    const msgId = app.told[0]?.body.msgId;
    await chat.control('/redeliver', { msgId });
    expect(app.told.map(({ body }) => body.msgId === msgId)).toEqual([true, true, false, true]);
    expect(app.told[1]?.body).toEqual(app.told[0]?.body);
  });

  it('comes twice only where it came once', async () => {
    const chat = await chatWithApp();
    expect(await chat.control('/redeliver')).toMatchObject({ code: 'unknown_message' });
  });
});
