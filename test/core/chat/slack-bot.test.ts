import { describe, expect, it } from '@jest/globals';
import { bot } from '../../../core/chat/slack/bot';
import type { MessageRef } from '../../../core/http/outcome';
import { json, LOST, NOW, shown, taken } from './steps';

const PAYLOAD = { text: 'Down', blocks: [], unfurl_links: false };
const ref: MessageRef = { chat: 'slack', channel: 'C01', message: '1700000000.000100' };
const POSTED = json(200, { ok: true, channel: 'C01', ts: '1700000000.000100' });
const metadata = { event_type: 'alertwire_card', event_payload: { key: 'k1' } };
const no = (error: string, more = {}) => json(200, { ok: false, error, ...more });
const YES = json(200, { ok: true });

const HALF_DONE = ['fatal_error', 'internal_error'];

describe('posting', () => {
  it('says where, and marks the message so that it can be found', async () => {
    const { result, requests } = await taken(bot.post(PAYLOAD, { channel: ' C01 ' }, 'k1'), POSTED);
    expect(requests.map(shown)).toEqual([
      { does: 'POST /chat.postMessage', body: { ...PAYLOAD, channel: 'C01', metadata } },
    ]);
    expect(requests[0]?.headers).toEqual({ 'content-type': 'application/json; charset=utf-8' });
    expect(result).toEqual({ kind: 'delivered', ref });
  });

  it('joins a public channel once', async () => {
    const steps = bot.post(PAYLOAD, { channel: 'C01' }, 'k1');
    const { result, requests } = await taken(steps, no('not_in_channel'), YES, POSTED);
    expect(requests.map((one) => shown(one).does)).toEqual([
      'POST /chat.postMessage',
      'POST /conversations.join',
      'POST /chat.postMessage',
    ]);
    expect(result).toEqual({ kind: 'delivered', ref });
    const again = bot.post(PAYLOAD, { channel: 'C01' }, 'k1');
    const stubborn = await taken(again, no('not_in_channel'), YES, no('not_in_channel'));
    expect(stubborn.result).toMatchObject({ problem: { code: 'slack.not_in_channel' } });
    expect(stubborn.requests).toHaveLength(3);
  });

  it.each([
    no('missing_scope', { needed: 'channels:join' }),
    no('method_not_supported_for_channel_type'),
    LOST,
  ])('asks for an invitation where it cannot join', async (answer) => {
    const steps = bot.post(PAYLOAD, { channel: 'C01' }, 'k1');
    const { result, requests } = await taken(steps, no('not_in_channel'), answer);
    expect(requests).toHaveLength(2);
    expect(result).toMatchObject({
      kind: 'rejected',
      problem: {
        code: 'slack.not_in_channel',
        hint: expect.stringMatching(/invite.*channels:join/),
      },
    });
  });

  it('goes to a person by the id, and opens the conversation only where it must', async () => {
    const to = { person: 'U01' };
    const direct = json(200, { ok: true, channel: 'D01', ts: '1700000000.000100' });
    const at = { kind: 'delivered', ref: { ...ref, channel: 'D01' } };
    const one = await taken(bot.post(PAYLOAD, to, 'k1'), direct);
    expect(one.result).toEqual(at);
    expect(one.requests).toHaveLength(1);
    const opened = json(200, { ok: true, channel: { id: 'D01' } });
    const two = await taken(bot.post(PAYLOAD, to, 'k1'), no('channel_not_found'), opened, direct);
    expect(two.result).toEqual(at);
    expect(two.requests.map(shown).slice(1)).toEqual([
      { does: 'POST /conversations.open', body: { users: 'U01' } },
      { does: 'POST /chat.postMessage', body: { ...PAYLOAD, channel: 'D01', metadata } },
    ]);
    for (const error of ['user_not_found', 'missing_scope', 'anything_else']) {
      const steps = bot.post(PAYLOAD, to, 'k1');
      const { result } = await taken(steps, no('channel_not_found'), no(error));
      expect(result).toMatchObject({ kind: 'rejected', problem: { code: 'slack.user_not_found' } });
    }
  });

  it.each(HALF_DONE)('does not know whether a message is there after %s', async (error) => {
    const { result } = await taken(bot.post(PAYLOAD, { channel: 'C01' }, 'k1'), no(error));
    expect(result).toMatchObject({ kind: 'unknown', problem: { code: `slack.${error}` } });
  });

  it.each([
    { ok: true },
    { ok: true, channel: 'C01' },
    { ok: true, channel: 'C01', ts: 'soon' },
    { ok: true, channel: 7, ts: '1700000000.000100' },
    [],
    null,
  ])('believes no answer that does not say where the message is: %j', async (body) => {
    const { result } = await taken(bot.post(PAYLOAD, { channel: 'C01' }, 'k1'), json(200, body));
    expect(result).toMatchObject({
      kind: 'rejected',
      problem: { code: 'slack.unexpected_answer', hint: expect.stringContaining('base URL') },
    });
  });
});

describe('what is there already', () => {
  it('is changed as a whole, the coloured bar too', async () => {
    const { result, requests } = await taken(bot.update(PAYLOAD, ref), YES);
    const body = { ...PAYLOAD, attachments: [], channel: 'C01', ts: ref.message };
    expect(requests.map(shown)).toEqual([{ does: 'POST /chat.update', body }]);
    expect(result).toEqual({ kind: 'delivered', ref });
    const attachments = [{ color: '#fff' }];
    const coloured = await taken(bot.update({ ...PAYLOAD, attachments }, ref), YES);
    expect(coloured.requests.map(shown)).toMatchObject([{ body: { attachments } }]);
  });

  it('is answered in its thread', async () => {
    const { result, requests } = await taken(bot.reply(PAYLOAD, ref, 'k2'), POSTED);
    const body = { ...PAYLOAD, channel: 'C01', thread_ts: ref.message };
    expect(requests.map(shown)).toEqual([{ does: 'POST /chat.postMessage', body }]);
    expect(result).toEqual({ kind: 'delivered', ref });
  });

  it('is deleted', async () => {
    const { result, requests } = await taken(bot.remove(ref), YES);
    const body = { channel: 'C01', ts: ref.message };
    expect(requests.map(shown)).toEqual([{ does: 'POST /chat.delete', body }]);
    expect(result).toEqual({ kind: 'delivered', ref });
  });

  it.each(HALF_DONE)('may be changed again after %s', async (error) => {
    const { result } = await taken(bot.update(PAYLOAD, ref), no(error));
    expect(result).toMatchObject({ kind: 'retry', problem: { code: `slack.${error}` } });
  });

  it('is not there without a channel', async () => {
    const bare = { chat: 'slack', message: ref.message };
    for (const steps of [
      bot.update(PAYLOAD, bare),
      bot.reply(PAYLOAD, bare, 'k'),
      bot.remove(bare),
    ]) {
      const { result, requests } = await taken(steps, YES);
      expect(result).toMatchObject({ problem: { code: 'slack.bad_message_ref' } });
      expect(requests).toEqual([]);
    }
  });
});

describe('a whisper', () => {
  it('is for one person in a channel', async () => {
    const to = { channel: 'C01', person: 'U01' };
    const said = json(200, { ok: true, message_ts: '1700000000.000100' });
    const { result, requests } = await taken(bot.whisper?.(PAYLOAD, to, 'k') as never, said);
    const body = { ...PAYLOAD, channel: 'C01', user: 'U01' };
    expect(requests.map(shown)).toEqual([{ does: 'POST /chat.postEphemeral', body }]);
    expect(result).toEqual({ kind: 'delivered' });
  });
});

describe('looking for a message', () => {
  const find = (...answers: Parameters<typeof json>[1][]) =>
    taken(
      bot.find?.({ channel: 'C01' }, 'k1', NOW) as never,
      ...answers.map((body) => json(200, body)),
    );
  const marked = { ts: '1700000000.000100', metadata };
  const others = [
    { ts: '1700000000.000300' },
    { ts: '1700000000.000200', metadata: { ...metadata, event_payload: { key: 'k2' } } },
    { ts: '1700000000.000250', metadata: { ...metadata, event_type: 'other' } },
  ];

  it('reads what was posted since, page by page', async () => {
    const first = { ok: true, messages: others, response_metadata: { next_cursor: 'c2' } };
    const { result, requests } = await find(first, { ok: true, messages: [...others, marked] });
    expect(result).toEqual(ref);
    const oldest = NOW / 1000 - 120;
    const url = `GET /conversations.history?channel=C01&oldest=${oldest}&limit=10&include_all_metadata=true`;
    expect(requests.map(shown)).toEqual([{ does: url }, { does: `${url}&cursor=c2` }]);
  });

  it('knows that it is not there', async () => {
    expect((await find({ ok: true, messages: others })).result).toBeUndefined();
    expect((await find({ ok: true })).result).toBeUndefined();
  });

  it('does not know where there is too much to read', async () => {
    const page = { ok: true, messages: others, response_metadata: { next_cursor: 'more' } };
    const { result, requests } = await find(page);
    expect(result).toMatchObject({ problem: { code: 'slack.history_too_long' } });
    expect(requests).toHaveLength(10);
  });

  it('says what is not certain without the scope', async () => {
    const { result } = await find({
      ok: false,
      error: 'missing_scope',
      needed: 'channels:history',
    });
    expect(result).toMatchObject({
      problem: { code: 'slack.missing_scope', hint: expect.stringContaining('twice') },
    });
  });

  it('looks into the conversation with a person', async () => {
    const steps = bot.find?.({ person: 'U01' }, 'k1', NOW) as never;
    const opened = json(200, { ok: true, channel: { id: 'D01' } });
    const { result } = await taken(steps, opened, json(200, { ok: true, messages: [marked] }));
    expect(result).toEqual({ ...ref, channel: 'D01' });
  });
});
