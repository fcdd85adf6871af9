import { describe, expect, it } from '@jest/globals';
import { deliverCards, deliverPending } from '../../../core/delivery/cards/deliver-cards';
import type { CardDesk } from '../../../core/delivery/cards/desk';
import { memoryStore } from '../../../core/delivery/cards/memory-store';
import type { CardStore } from '../../../core/delivery/cards/store';
import { cardStoreOn } from '../../../core/delivery/cards/store-on';
import { anEvent, at } from '../alert/events';
import { aChannel, REFRESH, textOf } from './cards-world';
import { dyingAfterPost } from './dying';
import { answer } from './world';

const created = (id = 'a1') => anEvent({ type: 'created', occurredAt: at(0), alert: { id } });
const escalated = () => anEvent({ type: 'escalated', occurredAt: at(5), alert: { id: 'a1' } });
const resolved = (id = 'a1') => anEvent({ type: 'resolved', occurredAt: at(9), alert: { id } });

/** A store of which one method fails, from its nth call on. */
const broken = (method: keyof CardStore, from = 1): CardStore => {
  let calls = 0;
  return new Proxy(cardStoreOn(memoryStore(), true), {
    get: (store, name) => {
      const found: unknown = Reflect.get(store, name);
      if (name !== method || typeof found !== 'function')
        return typeof found === 'function' ? found.bind(store) : found;
      return (...given: unknown[]) => {
        calls += 1;
        if (calls >= from) return Promise.reject(new Error('503'));
        return found.apply(store, given);
      };
    },
  });
};

describe('a store that fails', () => {
  it.each([
    ['read', 1],
    ['insert', 1],
    ['lease', 1],
    ['pending', 1],
    ['show', 1],
    ['show', 2],
    ['release', 1],
    ['pending', 2],
  ] as const)('at %s, call %i: the card goes out all the same, and once', async (method, from) => {
    const { send, slack } = aChannel({ store: broken(method, from) });
    const [receipt] = await send(created());
    expect(receipt?.receipt).toBe('posted');
    expect(slack.cards()).toHaveLength(1);
  });

  it('is told in the receipt', async () => {
    const { send } = aChannel({ store: broken('read') });
    const [receipt] = await send(created());
    expect(receipt?.reasons).toEqual([expect.stringContaining('store: unavailable')]);
  });
});

/** A channel where a process posted a card and died before it wrote that down; its lease is over. */
const afterDeath = async (own: Partial<CardDesk> = {}) => {
  const channel = aChannel(own);
  const { desk, advance, slack } = channel;
  void deliverCards({ ...desk, store: dyingAfterPost(desk.store) }, [{ event: created() }]);
  await advance(31_000);
  expect(slack.cards()).toHaveLength(1);
  return { ...channel, heir: { ...desk, owner: 'after the restart' } };
};

describe('a process that died after posting', () => {
  it('the message is found, and not posted twice', async () => {
    const { heir, run, slack } = await afterDeath();
    await run(deliverPending(heir));
    expect(slack.cards()).toHaveLength(1);
    await run(deliverCards(heir, [{ event: resolved() }]));
    expect(slack.cards().map(isResolved)).toEqual([true]);
  });

  it.each([0, 3_600_000])(
    'what came %i ms later is brought to the message that was found',
    async (ms) => {
      const { heir, run, advance, slack } = await afterDeath();
      await advance(ms);
      const [receipt] = await run(deliverCards(heir, [{ event: resolved() }]));
      expect(receipt?.receipt).toBe('updated');
      expect(slack.cards().map(isResolved)).toEqual([true]);
    },
  );

  it('what calls somebody is said below the message that was found, and nothing else', async () => {
    const { heir, run, slack } = await afterDeath();
    const [receipt] = await run(deliverCards(heir, [{ event: escalated() }]));
    expect(receipt?.receipt).toBe('replied');
    expect(slack.cards()).toHaveLength(1);
    expect(slack.replies()).toHaveLength(1);
  });

  it('where everything is announced as new, what came later is a message of its own', async () => {
    const { heir, run, slack } = await afterDeath({ mode: 'new' });
    await run(deliverCards(heir, [{ event: resolved() }]));
    expect(slack.cards().map(isResolved)).toEqual([false, true]);
  });

  it('where the chat is down, the message is looked for again', async () => {
    const { heir, run, slack } = await afterDeath({ maxWaitMs: 5000 });
    slack.troubled(() => answer(503, 'down'));
    await run(deliverCards(heir, [{ event: resolved() }]));
    slack.troubled(() => undefined);
    await run(deliverPending(heir));
    expect(slack.cards().map(isResolved)).toEqual([true]);
  });

  it('where so much comes that alerts share a message, its own one is changed all the same', async () => {
    const { heir, run, slack } = await afterDeath();
    const many = Array.from({ length: 40 }, (_, index) => ({ event: created(`b${index}`) }));
    await run(deliverCards(heir, [...many, { event: resolved() }]));
    const [first, ...others] = slack.cards();
    expect(first && isResolved(first)).toBe(true);
    expect(others.length).toBeLessThan(many.length);
  });
});

it('a process that died before posting: somebody else posts it once its lease is over', async () => {
  const { desk, run, advance, slack } = aChannel();
  void deliverCards({ ...desk, http: () => new Promise(() => {}) }, [{ event: created() }]);
  await advance(31_000);
  await run(deliverPending({ ...desk, owner: 'another' }));
  expect(slack.cards()).toHaveLength(1);
});

const isResolved = (message: { readonly body: object }): boolean => textOf(message).includes('✅');

describe('a chat that is busy or down', () => {
  it('gets it later, as it asked, and the run waits for it', async () => {
    const { send, slack, clock } = aChannel();
    const begin = clock.now();
    slack.troubled(() =>
      clock.now() < begin + 7000 ? answer(429, '', { 'retry-after': '7' }) : undefined,
    );
    const [receipt] = await send(created());
    expect(receipt?.receipt).toBe('posted');
    expect(slack.calls.map((call) => call.at - begin)).toEqual([0, expect.closeTo(7875, -3)]);
  });

  it('longer than the run may wait: deferred, and shown by the next one', async () => {
    const { desk, run, slack } = aChannel({ maxWaitMs: 5000 });
    slack.troubled(() => answer(503, 'down'));
    const [receipt] = await run(deliverCards(desk, [{ event: created() }]));
    expect(receipt).toMatchObject({
      receipt: 'deferred',
      retryAfterMs: expect.any(Number),
      problem: { code: 'http.server_error' },
    });
    slack.troubled(() => undefined);
    await run(deliverPending(desk));
    expect(slack.cards()).toHaveLength(1);
  });

  it('without a store that lasts: failed, and it says when to try again', async () => {
    const { send, slack } = aChannel({ maxWaitMs: 5000, store: cardStoreOn(memoryStore(), false) });
    slack.troubled(() => answer(503, 'down'));
    const [receipt] = await send(created());
    expect(receipt).toMatchObject({
      receipt: 'failed',
      retryAfterMs: expect.any(Number),
      problem: { code: 'http.server_error' },
    });
  });

  it('one that refuses a card for good is not asked again until something changes', async () => {
    const { desk, send, run, slack } = aChannel();
    slack.troubled(() => answer(200, '{"ok":false,"error":"is_archived"}'));
    const [receipt] = await send(created());
    expect(receipt).toMatchObject({ receipt: 'failed', problem: { code: 'slack.is_archived' } });
    await run(deliverPending(desk));
    expect(slack.calls).toHaveLength(1);
    slack.troubled(() => undefined);
    const [next] = await send(resolved());
    expect(next?.receipt).toBe('posted');
  });
});

describe('a message the flow brings along', () => {
  it('is changed where no store lasts', async () => {
    const { desk, run, send, slack } = aChannel({ store: cardStoreOn(memoryStore(), false) });
    const [posted] = await send(created());
    const fresh = { ...desk, store: cardStoreOn(memoryStore(), false) };
    const [receipt] = await run(
      deliverCards(fresh, [{ event: resolved(), ref: posted?.messageRef }]),
    );
    expect(receipt?.receipt).toBe('updated');
    expect(slack.cards()).toHaveLength(1);
  });
});

it('what may only change a card does not stand in for one that was refused', async () => {
  const { send, slack } = aChannel();
  slack.troubled(() => answer(200, '{"ok":false,"error":"is_archived"}'));
  await send(created());
  slack.troubled(() => undefined);
  const [receipt] = await send({ event: resolved(), decision: REFRESH });
  expect(receipt?.receipt).toBe('skipped');
  expect(slack.cards()).toHaveLength(0);
});

it('a destination may have a rate of its own', async () => {
  const { send, slack } = aChannel({ rate: { requests: 1, perMs: 10_000 }, maxWaitMs: 60_000 });
  await send(created('a1'), created('a2'));
  const [first = 0, second = 0] = slack.calls.map(({ at: time }) => time);
  expect(second - first).toBe(10_000);
});

it('what is over long ago is forgotten', async () => {
  const { desk, send, run, advance } = aChannel();
  const expectLeft = async (ids: readonly string[]) => {
    const rows = await desk.store.all();
    expect(rows.map(({ story }) => story.latest.alert.id)).toEqual(ids);
  };
  await send(created('over'), resolved('over'), created('open'));
  await advance(8 * 24 * 60 * 60_000);
  await run(deliverPending(desk));
  await expectLeft(['open']);
  await send(created('new'), resolved('new'));
  await advance(8 * 24 * 60 * 60_000);
  await send(created('newer'));
  await expectLeft(['open', 'newer']);
});

it('is tried once, however little time there is', async () => {
  const { desk, run, advance, slack } = aChannel({ maxWaitMs: 0 });
  const lease: CardStore['lease'] = async (...given) => {
    await desk.clock.sleep(5);
    return desk.store.lease(...given);
  };
  const store = Object.assign(Object.create(desk.store) as CardStore, { lease });
  const work = deliverCards({ ...desk, store }, [{ event: created() }]);
  await advance(100);
  const [receipt] = await run(work);
  expect(receipt?.receipt).toBe('posted');
  expect(slack.cards()).toHaveLength(1);
});
