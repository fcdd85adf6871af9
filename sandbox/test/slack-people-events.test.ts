import { describe, expect, it } from '@jest/globals';
import { type Heard, MEI, PRIYA, type Says, slackApp } from './slack-app';

const START = Date.parse('2026-03-01T02:12:00Z');

/** Answers the challenge, and everything else like this. */
const answering =
  (says: (heard: Heard) => Says | undefined = () => undefined) =>
  (heard: Heard) =>
    heard.body.type === 'url_verification' ? { body: heard.body.challenge } : says(heard);

async function listening(says?: (heard: Heard) => Says | undefined) {
  let time = START;
  const app = await slackApp({ now: () => time });
  app.answers(answering(says));
  const mentions = () => app.heard.filter(({ body }) => body.type === 'event_callback');
  const later = async (milliseconds: number) => {
    time += milliseconds;
    await app.sandbox.post('/inspect/chats/slack/events/retry');
  };
  return { ...app, mentions, later };
}

describe('a mention of the app', () => {
  it('is seen by everybody, and told to the app', async () => {
    const app = await listening();
    expect(await app.say('@Alertwire accept 7 <now> & here')).toEqual({ ok: true });
    const [message] = await app.sandbox.messages();
    const text = '<@U0ALERTWIR> accept 7 &lt;now> &amp; here';
    expect(message).toMatchObject({ text, onlyFor: null, payload: { user: PRIYA } });
    expect(app.mentions().map(({ body }) => body)).toEqual([
      expect.objectContaining({
        type: 'event_callback',
        team_id: 'T0SANDBOX1',
        api_app_id: 'A0ALERTWIR',
        event_id: expect.stringMatching(/^Ev[0-9A-F]+$/),
        event_time: START / 1000,
        authorizations: [expect.objectContaining({ user_id: 'U0ALERTWIR', is_bot: true })],
        event: expect.objectContaining({
          type: 'app_mention',
          user: PRIYA,
          text,
          ts: message?.ref,
          channel: 'C0OPSALERT',
        }),
      }),
    ]);
    expect(app.mentions()[0]?.headers['x-slack-retry-num']).toBeUndefined();
  });

  it('can be answered in its thread', async () => {
    const app = await listening();
    await app.say('@Alertwire list');
    const ts = app.last().body.event.ts;
    await app.post({ text: 'Nothing', thread_ts: ts });
    expect((await app.sandbox.messages())[1]).toMatchObject({ text: 'Nothing', replyTo: ts });
    const history = await app.bot.call('conversations.history', { channel: 'C0OPSALERT' });
    expect(history.messages).toMatchObject([{ user: PRIYA, ts }]);
    const args = { channel: 'C0OPSALERT', ts };
    expect(await app.bot.call('chat.update', { ...args, text: 'x' })).toMatchObject({
      error: 'cant_update_message',
    });
  });

  it('is told again at once, after a minute and after five, until it is taken', async () => {
    const app = await listening(() => ({ status: 503 }));
    await app.say('@Alertwire list');
    const retries = () =>
      app
        .mentions()
        .map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
    const first = [[], ['1', 'http_error']].map(([number, reason]) => [number, reason]);
    expect(retries()).toEqual(first);
    await app.later(59_999);
    expect(retries()).toHaveLength(2);
    await app.later(1);
    expect(retries().at(-1)).toEqual(['2', 'http_error']);
    await app.later(299_999);
    expect(retries()).toHaveLength(3);
    await app.later(1);
    expect(retries().at(-1)).toEqual(['3', 'http_error']);
    await app.later(3_600_000);
    expect(retries()).toHaveLength(4);
    expect(new Set(app.mentions().map(({ body }) => body.event_id)).size).toBe(1);
  });

  it('is not told again once it is taken, or where the app says so', async () => {
    let status = 503;
    const app = await listening(() => ({ status }));
    status = 200;
    await app.say('@Alertwire list');
    await app.later(600_000);
    expect(app.mentions()).toHaveLength(1);
    const weary = await listening(() => ({ status: 500, headers: { 'x-slack-no-retry': '1' } }));
    await weary.say('@Alertwire list');
    await weary.later(600_000);
    expect(weary.mentions()).toHaveLength(1);
  });

  it('is nothing where the app is not, nor in a direct message', async () => {
    const app = await listening();
    await app.say('@Alertwire hello', { channel: '#checkout', by: MEI });
    await app.say('@Alertwire hello', { channel: '@priya.raman' });
    expect(app.mentions()).toEqual([]);
    expect(await app.sandbox.messages()).toHaveLength(2);
  });
});

describe('other lines', () => {
  it('are messages of that person, and call others', async () => {
    const app = await listening();
    expect(await app.say('I am on it, @mei.tanaka', {})).toEqual({ ok: true });
    expect(await app.sandbox.messages()).toMatchObject([
      { text: `I am on it, <@${MEI}>`, pings: [`<@${MEI}>`], payload: { user: PRIYA } },
    ]);
    expect(app.heard).toEqual([]);
  });

  it('are refused where one cannot write', async () => {
    const app = await listening();
    const problem = async (channel: string, by = PRIYA) =>
      (await app.say('Hello', { channel, by })).problem;
    expect(await problem('#launch-2019')).toMatch(/archived/);
    expect(await problem('#general')).toMatch(/restricts/);
    expect(await problem('#platform', MEI)).toMatch(/not in #platform/);
    expect(await app.sandbox.messages()).toEqual([]);
  });
});

describe('the address of events', () => {
  const events = async (app: Awaited<ReturnType<typeof slackApp>>, change?: string) => {
    const path = '/inspect/chats/slack/doors';
    const read = async () => (await fetch(app.sandbox.url + path)).json();
    const list = change
      ? JSON.parse((await app.sandbox.post(path, { events: change })).text)
      : read();
    return (await list).find(({ id }: { id: string }) => id === 'events');
  };

  it.each([
    ['as text', (challenge: string) => ({ body: challenge })],
    ['as a form', (challenge: string) => ({ body: `challenge=${challenge}` })],
    ['as JSON', (challenge: string) => ({ body: JSON.stringify({ challenge }) })],
  ])('is verified by its challenge %s', async (_how, says) => {
    const app = await slackApp();
    const { url, checked } = await events(app);
    expect(checked).toBeUndefined();
    app.answers(({ body }) => says(body.challenge));
    expect(await events(app, url)).toMatchObject({ url, checked: 'Verified' });
    expect(app.last().body).toMatchObject({ type: 'url_verification' });
  });

  it('hears nothing until it is', async () => {
    const app = await slackApp();
    app.answers(() => ({ body: 'ok' }));
    await app.say('@Alertwire list');
    expect(app.heard.map(({ body }) => body.type)).toEqual(['url_verification']);
    expect((await events(app)).checked).toMatch(/didn't respond with the value/);
    app.answers(() => ({ status: 404 }));
    expect((await events(app, (await events(app)).url)).checked).toMatch(/HTTP error: 404/);
  });
});
