import { describe, expect, it } from '@jest/globals';
import { deliverCards, deliverPending } from '../../../core/delivery/cards/deliver-cards';
import type { HttpRequest } from '../../../core/http/types';
import { anEvent } from '../alert/events';
import { aChannel, textOf, turns } from './cards-world';
import { answer } from './world';

const ALERTS = 1000;
const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The most that fall into any window of so many ms. */
const most = (times: readonly number[], windowMs: number): number =>
  Math.max(
    ...times.map((start) => times.filter((at) => at >= start && at < start + windowMs).length),
  );

const title = (index: number) => `Disk ${index} full`;
const open = (index: number, at: number) =>
  anEvent({
    type: 'created',
    occurredAt: new Date(at).toISOString(),
    alert: { id: `a${index}`, title: title(index) },
  });
const resolved = (index: number, at: number) =>
  anEvent({
    type: 'resolved',
    occurredAt: new Date(at).toISOString(),
    alert: { id: `a${index}`, title: title(index) },
  });

type Channel = ReturnType<typeof aChannel>;

/** 1,000 alerts in 60 s; every second one is resolved half a minute later. */
const storm = async ({ desk, clock, advance }: Channel) => {
  const work: Promise<unknown>[] = [];
  const begin = clock.now();
  const deliver = (event: ReturnType<typeof open>) => work.push(deliverCards(desk, [{ event }]));
  for (let index = 0; index < ALERTS; index += 1) {
    deliver(open(index, clock.now()));
    const other = index - ALERTS / 2;
    if (other >= 0 && other % 2 === 0) deliver(resolved(other, clock.now()));
    await advance(MINUTE / ALERTS);
  }
  for (let index = ALERTS / 2; index < ALERTS; index += 2) deliver(resolved(index, clock.now()));
  for (let minute = 0; minute < 90; minute += 1) {
    work.push(deliverPending(desk));
    await advance(MINUTE);
    const left = await desk.store.pending(desk.destination, []);
    if (left.length === 0) break;
  }
  await Promise.all(work);
  return { minutes: (clock.now() - begin) / MINUTE };
};

/** Whose last message does not say how it ended? */
const wrongAtTheEnd = (texts: readonly string[]): readonly number[] =>
  Array.from({ length: ALERTS }, (_, index) => index).filter((index) => {
    const last = texts.findLast((text) => text.includes(title(index))) ?? '';
    const lines = last.split('\n').filter((line) => line.includes(title(index)));
    return !lines.some((line) => line.includes(index % 2 === 0 ? '✅' : '🟠'));
  });

describe('1,000 alerts in 60 s', () => {
  it('to one robot of DingTalk: never more than 20 a minute, and every final state is readable', async () => {
    const sent: { at: number; text: string }[] = [];
    const channel = aChannel({
      chat: 'dingtalk',
      transport: 'webhook',
      to: undefined,
      turn: turns(),
    });
    const { clock } = channel;
    const http = async ({ body = '' }: HttpRequest) => {
      const { markdown, actionCard } = JSON.parse(body);
      sent.push({ at: clock.now(), text: (markdown ?? actionCard).text });
      return answer(200, '{"errcode":0,"errmsg":"ok"}');
    };
    const { minutes } = await storm({ ...channel, desk: { ...channel.desk, http } });
    const times = sent.map(({ at }) => at);
    expect(most(times, MINUTE)).toBeLessThanOrEqual(20);
    expect(times[0]).toBe(channel.clock.now() - minutes * MINUTE);
    expect(wrongAtTheEnd(sent.map(({ text }) => text))).toEqual([]);
    expect(minutes).toBeLessThan(15);
  });

  it('to one channel of Slack: one post a second at most, and every final state is readable', async () => {
    const channel = aChannel({ turn: turns() });
    const { slack } = channel;
    await storm(channel);
    expect(
      most(
        slack.of('chat.postMessage').map(({ at }) => at),
        SECOND,
      ),
    ).toBe(1);
    expect(
      most(
        slack.calls.map(({ at }) => at),
        MINUTE,
      ),
    ).toBeLessThanOrEqual(50);
    const texts = slack.cards().map((card) => textOf(card).replaceAll('\\n', '\n'));
    expect(wrongAtTheEnd(texts)).toEqual([]);
    expect(slack.calls.length).toBeLessThan(ALERTS / 2);
  });
});
