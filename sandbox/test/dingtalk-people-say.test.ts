import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { SandboxOptions } from '../start';
import { SEND, SEND_TO_PEOPLE, toGroup, toPeople } from './dingtalk-app';
import { cardFor, put } from './dingtalk-cards';
import { type AppAnswer, type Chat, chatWithApp, runApp } from './dingtalk-people';
import { answerTo, MARKDOWN } from './dingtalk-robots';

/** Alertwire's robot is told at the address of an app. */
async function robotAtWork(answer: AppAnswer = '', options: SandboxOptions = {}) {
  const app = await runApp(answer);
  const chat = await chatWithApp(app.url, options);
  return { app, chat };
}

const sayings = async ({ sandbox }: Chat) =>
  (await sandbox.messages()).map(({ channel, text }) => [channel, text]);

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

describe('what an app answers to a line', () => {
  it('may be a message', async () => {
    const { chat } = await robotAtWork(JSON.stringify(MARKDOWN));
    await chat.say('@Alertwire who');
    expect(await chat.sandbox.messages()).toMatchObject([
      {},
      { channel: 'On call', text: 'Hello', payload: { robot: 'Alertwire', msgtype: 'markdown' } },
    ]);
  });

  it.each([[''], ['ok'], ['{}'], ['{"msgtype":"empty"}']])('may be %j', async (answer) => {
    const { chat } = await robotAtWork(answer);
    expect(await chat.say('@Alertwire who')).toMatchObject({ ok: true });
    expect(await chat.sandbox.messages()).toHaveLength(1);
  });

  it.each<[AppAnswer, RegExp]>([
    ['{"msgtype":"poem"}', /no message: No robot sends messages of the type poem/],
    [(response) => response.writeHead(401).end(), /answered with 401/],
    [(response) => response.destroy(), /broke the connection/],
  ])('may be wrong: %p', async (answer, problem) => {
    const { chat } = await robotAtWork(answer);
    expect(await chat.say('@Alertwire who')).toMatchObject({
      ok: false,
      problem: expect.stringMatching(problem),
    });
  });
});

describe('the address to answer at', () => {
  const told = async (options: SandboxOptions = {}) => {
    const { app, chat } = await robotAtWork('', options);
    await chat.say('@Alertwire who', 'Mei Tanaka');
    return { chat, webhook: String(app.told[0]?.body.sessionWebhook) };
  };

  it('takes what a custom robot takes, and calls people', async () => {
    const { chat, webhook } = await told();
    const at = { atUserIds: [chat.id('Mei Tanaka')] };
    const markdown = { title: 'Ada', text: `It is Ada @${chat.id('Mei Tanaka')}` };
    const answer = await answerTo(webhook, { msgtype: 'markdown', markdown, at });
    expect(answer).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(await chat.sandbox.messages()).toMatchObject([
      {},
      { channel: 'On call', text: 'Ada', pings: [`@${chat.id('Mei Tanaka')}`] },
    ]);
  });

  it('is shown to nobody', async () => {
    const { chat, webhook } = await told();
    await answerTo(webhook);
    const session = new URL(webhook).searchParams.get('session') ?? '';
    const [callback] = await chat.callbacks();
    expect(callback?.body).toContain('sendBySession?session=…');
    const seen = JSON.stringify([await chat.callbacks(), await chat.sandbox.requests()]);
    expect(seen).not.toContain(session);
    expect((await chat.sandbox.requests()).at(-1)?.path).toBe(
      '/dingtalk/robot/sendBySession?session=…',
    );
  });

  it('expires after ninety minutes', async () => {
    let now = Date.now();
    const { webhook } = await told({ now: () => now });
    now += 5_399_999;
    expect(await answerTo(webhook)).toMatchObject({ errcode: 0 });
    now += 1;
    expect(await answerTo(webhook)).toEqual({ errcode: 300001, errmsg: 'session 不存在' });
  });

  it('is one of those the app was told', async () => {
    const { chat } = await told();
    const url = `${chat.sandbox.url}/dingtalk/robot/sendBySession`;
    expect(await answerTo(`${url}?session=0123`)).toMatchObject({ errcode: 300001 });
    expect(await answerTo(url)).toMatchObject({ errcode: 300001 });
  });

  it('refuses what a custom robot refuses', async () => {
    const { chat, webhook } = await told({ rateWindowScale: 1 });
    expect(await answerTo(webhook, {})).toMatchObject({ errcode: 40035 });
    const long = { msgtype: 'text', text: { content: 'x'.repeat(20_000) } };
    expect(await answerTo(webhook, long)).toMatchObject({ errcode: 460101 });
    expect(JSON.parse((await fetch(webhook).then((each) => each.text())) || '')).toMatchObject({
      errcode: 43002,
    });
    for (let count = 0; count < 20; count += 1) await answerTo(webhook);
    expect(await answerTo(webhook)).toMatchObject({ errcode: 130101 });
    expect((await chat.sandbox.requests()).at(-1)).toMatchObject({ code: 'rate_limited' });
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

describe('a link that says something', () => {
  const LINK = 'dtmd://dingtalkclient/sendMessage?content=accept%20INC-1';
  const text = `Down. [Accept](${LINK})`;
  const msgParam = JSON.stringify({ title: 'Down', text });

  it('calls the robot that posted it in a group', async () => {
    const { app, chat } = await robotAtWork();
    const { processQueryKey } = await chat.ask(SEND, toGroup(chat, 'On call', { msgParam }));
    expect(await chat.press(LINK, 'Mei Tanaka', { message: processQueryKey })).toMatchObject({
      ok: true,
    });
    expect(app.told[0]?.body).toMatchObject({
      text: { content: ' accept INC-1' },
      senderNick: 'Mei Tanaka',
    });
    expect((await sayings(chat)).at(-1)).toEqual(['On call', '@Alertwire accept INC-1']);
  });

  it('says its words in private', async () => {
    const { app, chat } = await robotAtWork();
    const toMei = { ...toPeople(chat, [chat.id('Mei Tanaka')]), msgParam };
    const { processQueryKey: message } = await chat.ask(SEND_TO_PEOPLE, toMei);
    await chat.press(LINK, 'Mei Tanaka', { message, channel: '@Mei Tanaka' });
    expect(app.told[0]?.body).toMatchObject({ text: { content: 'accept INC-1' } });
  });

  it('calls nobody below a message of a custom robot', async () => {
    const { app, chat } = await robotAtWork();
    const markdown = { title: 'Down', text };
    await answerTo(chat.sandbox.hook('Platform', 'dingtalk'), { msgtype: 'markdown', markdown });
    const [posted] = await chat.sandbox.messages();
    const more = { message: posted?.id, channel: 'Platform' };
    expect(await chat.press(LINK, 'Priya Raman', more)).toMatchObject({ ok: true });
    expect((await sayings(chat)).at(-1)).toEqual(['Platform', 'accept INC-1']);
    expect(app.told).toEqual([]);
  });

  it.each([
    ['is not in the message', 'Down.', LINK],
    ['leads elsewhere', '[Go](https://a.example)', 'https://a.example'],
  ])('cannot be pressed where it %s', async (_, words, control) => {
    const { chat } = await robotAtWork();
    const param = JSON.stringify({ title: 'Down', text: words });
    const sent = await chat.ask(SEND, toGroup(chat, 'On call', { msgParam: param }));
    const pressed = await chat.press(control, 'Priya Raman', { message: sent.processQueryKey });
    expect(pressed).toMatchObject({ status: 404, code: 'unknown_control' });
  });

  it('is none on a card', async () => {
    const { chat } = await robotAtWork();
    await put(chat, cardFor(chat, 'On call', { cardData: { cardParamMap: { markdown: text } } }));
    expect(await chat.press(LINK)).toMatchObject({ status: 404, code: 'unknown_control' });
  });
});
