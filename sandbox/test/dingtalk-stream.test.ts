import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { TOPIC_CARD, TOPIC_ROBOT } from 'dingtalk-stream';
import { cardFor, put } from './dingtalk-cards';
import { type Chat, chatWithApp, runApp } from './dingtalk-people';
import { answerTo } from './dingtalk-robots';
import { inside, listen, working } from './dingtalk-stream-client';

const BUTTONS = [{ id: 'accept', text: 'Accept', params: { alert: '4711' } }];

/** A card whose presses go to the stream. */
async function cardOn(chat: Chat, more: object = {}) {
  const cardParamMap = { title: 'Checkout is down', buttons: JSON.stringify(BUTTONS) };
  await put(chat, cardFor(chat, 'On call', { cardData: { cardParamMap }, ...more }));
}

describe('the client of DingTalk', () => {
  it('hears what is said to the robot, and answers at the address it is told', async () => {
    const { chat, client, next } = await working();
    const said = chat.say('@Alertwire accept INC-1', 'Jonas Weber');
    const { headers, data, type, specVersion } = await next();
    expect([type, specVersion, headers.topic]).toEqual(['CALLBACK', '1.0', TOPIC_ROBOT]);
    const message = JSON.parse(data);
    expect(message).toMatchObject({
      text: { content: ' accept INC-1' },
      senderStaffId: chat.id('Jonas Weber'),
    });
    client.socketCallBackResponse(headers.messageId, null);
    expect(await said).toEqual({ status: 200, ok: true });
    expect(await answerTo(message.sessionWebhook)).toMatchObject({ errcode: 0 });
    expect(await chat.callbacks()).toMatchObject([
      { kind: 'robot message', url: expect.stringMatching(/^ws:/), status: 200 },
    ]);
  });

  it('hears a press and changes the card', async () => {
    const { chat, client, next } = await working();
    await cardOn(chat);
    const pressed = chat.press('accept');
    const { headers, data } = await next();
    expect(headers.topic).toBe(TOPIC_CARD);
    const told = JSON.parse(data);
    expect(told).toMatchObject({ type: 'actionCallback', outTrackId: 'alert-1' });
    expect(JSON.parse(told.content)).toEqual({
      cardPrivateData: { actionIds: ['accept'], params: { alert: '4711' } },
    });
    client.socketCallBackResponse(headers.messageId, {
      cardUpdateOptions: { updateCardDataByKey: true },
      cardData: { cardParamMap: { status: 'mine' } },
    });
    expect(await pressed).toEqual({ status: 200, ok: true });
    expect(await chat.sandbox.messages()).toMatchObject([
      { payload: { cardParamMap: { title: 'Checkout is down', status: 'mine' } } },
    ]);
  });

  it('has to wrap what becomes of the card', async () => {
    const { chat, client, next } = await working();
    await cardOn(chat);
    const pressed = chat.press('accept');
    const { headers } = await next();
    client.send(headers.messageId, { cardData: { cardParamMap: { status: 'mine' } } });
    expect(await pressed).toMatchObject({
      ok: false,
      problem: expect.stringContaining('has no response'),
    });
  });

  it('has two seconds for a press', async () => {
    const { chat, next } = await working();
    await cardOn(chat);
    const pressed = chat.press('accept');
    await next();
    expect(await pressed).toMatchObject({
      ok: false,
      problem: expect.stringContaining('no ack within 2 seconds'),
    });
  });

  it('gives a ping back', async () => {
    const { chat } = await working();
    expect(await chat.control('/streams/ping')).toMatchObject([
      { app: 'Alertwire', answered: true, topics: [TOPIC_ROBOT, TOPIC_CARD] },
    ]);
  });

  it('comes again when it was cut off', async () => {
    const chat = await chatWithApp();
    const { client, next } = await listen(chat, [TOPIC_ROBOT], true);
    inside(client).reconnectInterval = 10;
    const [first] = await chat.control('/streams/disconnect', { abruptly: true });
    await expect(opened(chat, first?.id)).resolves.toBe(1);
    const said = chat.say('@Alertwire help');
    const { headers } = await next();
    client.socketCallBackResponse(headers.messageId, null);
    expect(await said).toMatchObject({ ok: true });
  });
});

/** How many streams there are, once there is another one than this. */
async function opened(chat: Chat, id: unknown): Promise<number> {
  for (;;) {
    const response = await fetch(`${chat.sandbox.url}/inspect/chats/dingtalk/streams`);
    const streams = (await response.json()) as { id: string }[];
    if (streams.some((each) => each.id !== id)) return streams.length;
  }
}

describe('a stream', () => {
  it('is not told of presses of cards made for HTTP', async () => {
    const app = await runApp('{}');
    const { chat } = await working();
    const callbackRouteKey = 'cards';
    await chat.ask('/v1.0/card/callbacks/register', { callbackRouteKey, callbackUrl: app.url });
    await cardOn(chat, { callbackType: 'HTTP', callbackRouteKey });
    expect(await chat.press('accept')).toMatchObject({ ok: true });
    expect(app.told).toHaveLength(1);
  });

  it('goes before the door, for what is said', async () => {
    const app = await runApp('');
    const chat = await chatWithApp(app.url);
    const { client, next } = await listen(chat);
    const said = chat.say('@Alertwire help');
    client.socketCallBackResponse((await next()).headers.messageId, null);
    await said;
    expect(app.told).toEqual([]);
    client.disconnect();
    await once(inside(client).socket, 'close');
    await chat.say('@Alertwire help');
    expect(app.told).toHaveLength(1);
  });

  it('is told only of topics it named', async () => {
    const chat = await chatWithApp();
    await listen(chat, [TOPIC_CARD]);
    expect(await chat.say('@Alertwire help')).toMatchObject({
      ok: false,
      problem: expect.stringContaining('no stream open'),
    });
  });

  it('is told to go, and ends ten seconds later', async () => {
    let now = Date.now();
    const { chat, client } = await working({ now: () => now });
    await chat.control('/streams/disconnect', { app: 'Alertwire' });
    expect(await chat.say('@Alertwire help')).toMatchObject({
      problem: expect.stringContaining('no stream open'),
    });
    const ended = once(inside(client).socket, 'close');
    now += 10_000;
    await ended;
    expect(client.connected).toBe(false);
  });
});
