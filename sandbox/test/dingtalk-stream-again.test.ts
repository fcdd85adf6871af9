import { describe, expect, it } from '@jest/globals';
import type { DWClientDownStream } from 'dingtalk-stream';
import type { Chat } from './dingtalk-people';
import { working } from './dingtalk-stream-client';

const A_MINUTE = 60_000;

/** The callbacks, once there are so many. */
async function callbacksOf(chat: Chat, count: number) {
  for (;;) {
    const callbacks = await chat.callbacks();
    if (callbacks.length >= count) return callbacks;
  }
}

const words = ({ data }: DWClientDownStream) => JSON.parse(data).text.content.trim();

describe('a message to a robot on a stream', () => {
  it('comes again after a minute without an ack, three times in all', async () => {
    let now = Date.now();
    const { chat, client, next } = await working({ now: () => now });
    const said = [chat.say('@Alertwire a'), chat.say('@Alertwire b')];
    const first = [await next(), await next()];
    for (const each of await Promise.all(said)) {
      expect(each).toMatchObject({ ok: false, problem: expect.stringContaining('no ack') });
    }

    now += A_MINUTE;
    const second = [await next(), await next()];
    expect(second.map(({ data }) => data).sort()).toEqual(first.map(({ data }) => data).sort());
    const ids = new Set([...first, ...second].map(({ headers }) => headers.messageId));
    expect(ids.size).toBe(4);
    const taken = second.find((each) => words(each) === 'b');
    client.socketCallBackResponse(taken?.headers.messageId ?? '', null);
    await callbacksOf(chat, 4);

    now += A_MINUTE;
    expect(words(await next())).toBe('a');
    const last = chat.say('@Alertwire c');
    expect(words(await next())).toBe('c');
    await last;
    await callbacksOf(chat, 6);

    now += A_MINUTE;
    expect(words(await next())).toBe('c');
  });
});
