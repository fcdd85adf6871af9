import { describe, expect, it } from '@jest/globals';
import { postJson } from './running';
import { actions, button, slackApp } from './slack-app';

const BLOCKS = [actions(button('accept'))];

/** A message whose button was pressed, and where to answer. */
async function pressed(ofWebhook = false, now?: () => number) {
  const app = await slackApp(now ? { now } : {});
  let message = '';
  if (ofWebhook) {
    await postJson(app.sandbox.hook('#ops-alerts'), { text: 'Down', blocks: BLOCKS });
    message = String((await app.sandbox.messages())[0]?.id);
  } else message = await app.post({ text: 'Down', blocks: BLOCKS });
  await app.press(message, 'accept');
  const url = String(app.last().body.response_url);
  return { app, url, message, respond: (body: object) => postJson(url, body) };
}

describe('a response_url', () => {
  it.each([true, false])('replaces the message (of a webhook: %s)', async (ofWebhook) => {
    const { app, respond, message } = await pressed(ofWebhook);
    const reply = await respond({ replace_original: true, text: 'Accepted' });
    expect([reply.status, reply.text]).toEqual([200, 'ok']);
    const messages = await app.sandbox.messages();
    expect(messages).toMatchObject([
      { text: 'Accepted', payload: { text: 'Accepted' }, ref: ofWebhook ? null : message },
    ]);
    expect(messages[0]?.history.map(({ event }) => event)).toEqual(['posted', 'updated']);
    expect(messages[0]?.payload).toEqual({ text: 'Accepted' });
    expect(await app.press(message, 'accept')).toMatchObject({ ok: false });
  });

  it.each([true, false])('deletes the message (of a webhook: %s)', async (ofWebhook) => {
    const { app, respond } = await pressed(ofWebhook);
    expect((await respond({ delete_original: true })).text).toBe('ok');
    expect(await app.sandbox.messages()).toMatchObject([{ deleted: true, text: 'Down' }]);
    const again = await respond({ replace_original: true, text: 'Late' });
    expect([again.status, again.text]).toEqual([404, 'message_not_found']);
  });

  it('says it to one person unless told otherwise', async () => {
    const { app, respond, message } = await pressed();
    await respond({ text: 'Only you' });
    await respond({ text: 'Everybody', response_type: 'in_channel' });
    await respond({ text: 'Below', response_type: 'in_channel', thread_ts: message });
    expect((await app.sandbox.messages()).slice(1)).toMatchObject([
      { text: 'Only you', onlyFor: '@priya.raman', channel: '#ops-alerts' },
      { text: 'Everybody', onlyFor: null },
      { text: 'Below', replyTo: message },
    ]);
  });

  it('is good five times; a message that is refused is not counted', async () => {
    const { respond } = await pressed();
    expect((await respond({ blocks: [{ type: 'nonsense' }] })).text).toBe('invalid_blocks');
    for (let use = 0; use < 5; use += 1) expect((await respond({ text: 'x' })).text).toBe('ok');
    const sixth = await respond({ text: 'x' });
    expect([sixth.status, sixth.text]).toEqual([404, 'used_url']);
  });

  it('is good for half an hour', async () => {
    let time = Date.parse('2026-03-01T02:12:00Z');
    const { respond } = await pressed(false, () => time);
    time += 30 * 60_000;
    expect((await respond({ text: 'x' })).text).toBe('ok');
    time += 1;
    const late = await respond({ text: 'x' });
    expect([late.status, late.text]).toEqual([404, 'expired_url']);
  });

  it('is no secret of the journal, and nobody guesses it', async () => {
    const { app, url, respond } = await pressed();
    await respond({ text: 'x' });
    const [, request] = await app.sandbox.requests();
    expect(request?.path).toBe('/slack/actions/T0SANDBOX1/…');
    expect((await postJson(`${url}0`, { text: 'x' })).status).toBe(404);
    expect((await fetch(url)).status).toBe(405);
  });
});
