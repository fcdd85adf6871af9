import { describe, expect, it } from '@jest/globals';
import type { SandboxOptions } from '../start';
import { type AppAnswer, robotAtWork } from './dingtalk-people';
import { answerTo, MARKDOWN } from './dingtalk-robots';

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
