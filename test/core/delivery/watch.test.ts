import { describe, expect, it } from '@jest/globals';
import { deliverCards } from '../../../core/delivery/cards/deliver-cards';
import { type WatchRules, watchCards } from '../../../core/delivery/watch';
import { anEvent } from '../alert/events';
import { aChannel } from './cards-world';
import { answer } from './world';

const MINUTE = 60_000;
const RULES: WatchRules = {
  notAcceptedAfterMs: 15 * MINUTE,
  remindEveryMs: 10 * MINUTE,
  mostReminders: 2,
};

/** A channel whose watch looks every minute, and what it says at which minute. */
const watching = async (rules: WatchRules = RULES) => {
  const channel = aChannel();
  const { clock, desk } = channel;
  const now = () => new Date(clock.now()).toISOString();
  const event = (type: 'created' | 'accepted' | 'unaccepted' | 'resolved', id = 'a1') =>
    anEvent({
      type,
      occurredAt: now(),
      alert: { id, ...(type === 'created' && { startedAt: now() }) },
    });
  await channel.send(event('created'));
  const begin = clock.now();
  const watchFor = async (minutes: number) => {
    const said: number[] = [];
    const ids: string[] = [];
    for (let minute = 0; minute < minutes; minute += 1) {
      await channel.advance(MINUTE);
      const { notAccepted } = await watchCards(desk.store, rules, clock.now());
      for (const found of notAccepted) {
        said.push(Math.round((clock.now() - begin) / MINUTE));
        ids.push(found.event.id);
      }
    }
    return { said, ids };
  };
  return { ...channel, event, watchFor };
};

describe('an alert that nobody accepts', () => {
  it('is told after the time set, and then as often as set', async () => {
    const { watchFor } = await watching();
    const { said, ids } = await watchFor(90);
    expect(said).toEqual([14, 24, 34]);
    expect(new Set(ids).size).toBe(3);
  });

  it('is told once where nobody wants reminders', async () => {
    const { watchFor } = await watching({ notAcceptedAfterMs: 15 * MINUTE });
    expect((await watchFor(60)).said).toEqual([14]);
  });

  it('is told by nobody where it is not asked for', async () => {
    const { watchFor } = await watching({});
    expect((await watchFor(60)).said).toEqual([]);
  });

  it('is quiet once accepted, and begins anew when given back', async () => {
    const { watchFor, send, event } = await watching();
    await send(event('accepted'));
    expect((await watchFor(40)).said).toEqual([]);
    await send(event('unaccepted'));
    expect((await watchFor(20)).said).toHaveLength(1);
  });

  it('is told once, however many channels show it', async () => {
    const { watchFor, run, desk, event } = await watching();
    await run(deliverCards({ ...desk, destination: 'slack C2' }, [{ event: event('created') }]));
    expect((await watchFor(20)).said).toHaveLength(1);
  });

  it('is a reply on its card, and the card stays open', async () => {
    const { clock, advance, desk, send, slack } = await watching();
    await advance(20 * MINUTE);
    const { notAccepted } = await watchCards(desk.store, RULES, clock.now());
    await send(...notAccepted);
    expect(JSON.stringify(slack.replies())).toContain('Nobody has accepted for 21 min');
    expect(slack.cards()).toHaveLength(1);
  });
});

describe('what the watch finds besides', () => {
  it('tells once of a card that could not be shown, with all that is needed to try again', async () => {
    const { clock, desk, send, slack, event } = await watching();
    slack.troubled(() => answer(200, '{"ok":false,"error":"is_archived"}'));
    const [receipt] = await send(event('resolved'));
    expect(receipt?.receipt).toBe('failed');
    const first = await watchCards(desk.store, RULES, clock.now());
    expect(first.undelivered).toMatchObject([
      {
        destination: 'slack C1',
        event: { type: 'resolved' },
        problem: { code: 'slack.is_archived' },
      },
    ]);
    expect((await watchCards(desk.store, RULES, clock.now())).undelivered).toEqual([]);
  });

  it('tells where something is stuck, and not what is being shown this moment', async () => {
    const { clock, desk, advance, slack, event } = await watching();
    slack.troubled(() => answer(429, '', { 'retry-after': '600' }));
    const work = deliverCards({ ...desk, maxWaitMs: 1000 }, [{ event: event('resolved') }]);
    await advance(2000);
    expect((await work)[0]).toMatchObject({
      receipt: 'deferred',
      retryAfterMs: expect.any(Number),
    });
    expect((await watchCards(desk.store, RULES, clock.now())).pending).toEqual([]);
    await advance(20_000);
    const { pending } = await watchCards(desk.store, RULES, clock.now());
    expect(pending).toEqual([{ destination: 'slack C1', count: 1 }]);
  });

  it('forgets what was resolved long ago, and nothing else', async () => {
    const { clock, desk, advance, send, event } = await watching();
    await send(event('created', 'open'), event('resolved'));
    await advance(8 * 24 * 60 * MINUTE);
    await watchCards(desk.store, {}, clock.now());
    expect((await desk.store.all()).map(({ story }) => story.latest.alert.id)).toEqual(['open']);
  });
});
