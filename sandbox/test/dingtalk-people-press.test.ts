import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { refusal } from './dingtalk-app';
import { cardFor, put, update } from './dingtalk-cards';
import { type AppAnswer, chatWithApp } from './dingtalk-people';
import { BUTTONS, BY_KEY, cardAtWork, OPEN } from './dingtalk-people-cards';

/** Parameters have to be texts. */
const NUMBERED = JSON.stringify([{ id: 'accept', text: 'Accept', params: { at: 1 } }]);

describe('a press', () => {
  it('is told as DingTalk tells it, signed over the time', async () => {
    const { app, chat } = await cardAtWork('{}', { route: { apiSecret: 'sesame' } });
    expect(await chat.press('accept')).toEqual({ status: 200, ok: true });
    const [{ headers, body }] = app.told;
    expect(body).toEqual({
      type: 'actionCallback',
      outTrackId: 'alert-1',
      corpId: 'dingsandbox0000000000000000000000001',
      userId: chat.id('Priya Raman'),
      content: expect.any(String),
    });
    expect(JSON.parse(String(body.content))).toEqual({
      cardPrivateData: { actionIds: ['accept'], params: { alert: '4711', token: 'a.b' } },
    });
    const at = String(headers['x-ddpaas-signature-timestamp']);
    expect(at).toMatch(/^\d{13}$/);
    expect(headers['x-ddpaas-signature']).toBe(
      createHmac('sha256', 'sesame').update(at).digest('base64'),
    );
    expect(await chat.callbacks()).toMatchObject([
      { kind: 'actionCallback', by: chat.id('Priya Raman'), status: 200, answer: '{}' },
    ]);
  });

  it('is not signed where no secret was registered', async () => {
    const { app, chat } = await cardAtWork('');
    expect(await chat.press('accept')).toMatchObject({ ok: true });
    expect(Object.keys(app.told[0]?.headers ?? {}).join()).not.toContain('ddpaas');
  });

  it('changes the card for all as the answer says', async () => {
    const answer = { cardUpdateOptions: BY_KEY, cardData: { cardParamMap: { status: 'mine' } } };
    const { chat } = await cardAtWork(JSON.stringify(answer));
    await chat.press('accept');
    expect(await chat.sandbox.messages()).toMatchObject([
      {
        payload: { cardParamMap: { title: 'Checkout is down', status: 'mine' } },
        history: [{ event: 'posted' }, { event: 'updated' }],
      },
    ]);
  });

  it('replaces every variable without updateCardDataByKey', async () => {
    const answer = { cardData: { cardParamMap: { status: 'mine' } } };
    const { chat } = await cardAtWork(JSON.stringify(answer));
    await chat.press('accept');
    const [message] = await chat.sandbox.messages();
    expect(message?.payload).toHaveProperty('cardParamMap', { status: 'mine' });
  });

  it('changes what the one who pressed sees', async () => {
    const own = { userPrivateData: { cardParamMap: { status: 'only yours' } } };
    const { chat } = await cardAtWork(JSON.stringify({ cardUpdateOptions: BY_KEY, ...own }));
    await chat.press('accept', 'Mei Tanaka');
    const [message] = await chat.sandbox.messages();
    expect(message).toMatchObject({
      payload: { cardParamMap: { status: 'open' } },
      views: { 'Mei Tanaka': { cardParamMap: { title: OPEN.title, status: 'only yours' } } },
      history: [{ event: 'posted' }],
    });
    await update(chat, { title: 'Worse' }, { cardUpdateOptions: BY_KEY });
    const [changed] = await chat.sandbox.messages();
    expect(changed?.views).toMatchObject({
      'Mei Tanaka': { cardParamMap: { title: 'Worse', status: 'only yours' } },
    });
  });

  it('may be answered first, and the card changed afterwards', async () => {
    const { chat } = await cardAtWork('{}');
    await chat.press('accept');
    expect((await update(chat, { status: 'mine' })).status).toBe(200);
  });

  it('is no time to change the card by a call', async () => {
    const replies: unknown[] = [];
    const { chat } = await cardAtWork(async (response) => {
      replies.push(refusal(await update(chat, { status: 'mine' })));
      response.end('{}');
    });
    expect(await chat.press('accept')).toMatchObject({ ok: true });
    expect(replies).toEqual([[400, 'card.updatedInCallback']]);
  });
});

describe('a press that comes to nothing', () => {
  const silent: AppAnswer = () => {};
  const failing: AppAnswer = (response) => response.writeHead(500).end();

  it.each([
    ['is not answered within two seconds', silent, /within 2 seconds/],
    ['is answered with an error', failing, /Alertwire answered with 500/],
    ['is answered with no JSON', 'ok', /The answer is not JSON/],
    [
      'is answered with a number',
      '{"cardData":{"cardParamMap":{"a":1}}}',
      /cardData.cardParamMap: a is not a text/,
    ],
    ['is answered for a person by no object', '{"userPrivateData":1}', /userPrivateData is no obj/],
  ])('%s', async (_, answer, problem) => {
    const { chat } = await cardAtWork(answer);
    expect(await chat.press('accept')).toMatchObject({
      ok: false,
      problem: expect.stringMatching(problem),
    });
    const [message] = await chat.sandbox.messages();
    expect(message?.history).toHaveLength(1);
  });

  it.each([
    [{ callbackRouteKey: undefined }, 'without a callbackRouteKey'],
    [{ callbackRouteKey: 'other' }, 'No address is registered for the callbackRouteKey other'],
    [{ callbackType: 'STREAM' }, 'no stream open'],
  ])('has nowhere to go with %j', async (card, problem) => {
    const { app, chat } = await cardAtWork('{}', { card });
    expect(await chat.press('accept')).toMatchObject({
      ok: false,
      problem: expect.stringContaining(problem),
    });
    expect(app.told).toEqual([]);
  });

  it.each([
    ['nothing', 'Priya Raman', {}, 404, 'unknown_control'],
    ['resolve', 'Priya Raman', {}, 409, 'button_disabled'],
    ['accept', 'nobody', {}, 404, 'unknown_person'],
    ['accept', '0134560013', {}, 404, 'unknown_person'],
    ['accept', 'Priya Raman', { message: 'alert-2' }, 404, 'unknown_message'],
    ['accept', 'Priya Raman', { channel: 'Platform' }, 404, 'unknown_message'],
    ['accept', 'Priya Raman', { channel: '@Mei Tanaka' }, 403, 'not_your_chat'],
    ['accept', 'Priya Raman', { channel: 'Nowhere' }, 404, 'unknown_channel'],
  ])('of %s by %s with %j cannot be', async (control, by, more, status, code) => {
    const { app, chat } = await cardAtWork('{}');
    expect(await chat.press(control, by, more)).toMatchObject({ status, code });
    expect(app.told).toEqual([]);
  });

  it('is of somebody who does not see the card', async () => {
    const chat = await chatWithApp();
    const imGroupOpenDeliverModel = {
      robotCode: chat.credential.robotCode,
      recipients: [chat.id('Mei Tanaka')],
    };
    const cardData = { cardParamMap: OPEN };
    await put(chat, cardFor(chat, 'On call', { cardData, imGroupOpenDeliverModel }));
    expect(await chat.press('accept')).toMatchObject({ status: 403, code: 'not_shown' });
    expect(await chat.press('accept', 'Mei Tanaka')).toMatchObject({ status: 200, ok: false });
  });

  it.each([['no JSON'], ['{}'], ['[{"id":"accept"}]'], ['[{"text":"Accept"}]'], [NUMBERED]])(
    'is of a card whose buttons are %s',
    async (buttons) => {
      const cardData = { cardParamMap: { ...OPEN, buttons } };
      const { chat } = await cardAtWork('{}', { card: { cardData } });
      expect(await chat.press('accept')).toMatchObject({ status: 409, code: 'broken_buttons' });
    },
  );
});

describe('buttons with a variable each', () => {
  const params = (button2: string) => ({
    card: {
      cardData: {
        cardParamMap: {
          title: 'Down',
          button1: JSON.stringify(BUTTONS[0]),
          button2,
          button3: JSON.stringify({ id: 'snooze', text: 'Snooze', params: { minutes: '60' } }),
        },
      },
    },
  });

  it.each([['{}'], ['']])('are pressed by their ids, with %j between them', async (none) => {
    const { app, chat } = await cardAtWork('{}', params(none));
    expect(await chat.press('snooze')).toMatchObject({ ok: true });
    expect(JSON.parse(String(app.told[0]?.body.content))).toEqual({
      cardPrivateData: { actionIds: ['snooze'], params: { minutes: '60' } },
    });
  });

  it('are broken where one of them is', async () => {
    const { chat } = await cardAtWork('{}', params('no JSON'));
    expect(await chat.press('accept')).toMatchObject({ status: 409, code: 'broken_buttons' });
  });
});

describe('the buttons of the SDK’s template', () => {
  it('are pressed by their ids', async () => {
    const msgButtons = [{ text: 'Accept', color: 'blue', id: '1', request: true }];
    const { app, chat } = await cardAtWork('{}', {
      card: {
        cardTemplateId: '1366a1eb-bc54-4859-ac88-517c56a9acb1.schema',
        cardData: { cardParamMap: { sys_full_json_obj: JSON.stringify({ msgButtons }) } },
      },
    });
    expect(await chat.press('1')).toMatchObject({ ok: true });
    expect(JSON.parse(String(app.told[0]?.body.content)).cardPrivateData.actionIds).toEqual(['1']);
  });
});
