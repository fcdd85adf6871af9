import { describe, expect, it } from '@jest/globals';
import { SEND, SEND_TO_PEOPLE, toGroup, toPeople } from './dingtalk-app';
import { cardFor, put } from './dingtalk-cards';
import { robotAtWork, sayings } from './dingtalk-people';
import { answerTo } from './dingtalk-robots';

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
