import { describe, expect, it, jest } from '@jest/globals';
import { deliverCards, deliverPending } from '../../../core/delivery/cards/deliver-cards';
import { memoryStore } from '../../../core/delivery/cards/memory-store';
import { cardStoreOn } from '../../../core/delivery/cards/store-on';
import { anEvent, at } from '../alert/events';
import { aChannel, textOf, turns } from './cards-world';
import { answer } from './world';

const created = anEvent({ type: 'created', occurredAt: at(0), alert: { id: 'a1' } });

describe('a host is told', () => {
  it('that events are kept before anything is sent', async () => {
    const order: string[] = [];
    const { desk, run, slack } = aChannel({ onKept: () => order.push('kept') });
    slack.troubled(() => void order.push('sent'));
    await run(deliverCards(desk, [{ event: created }]));
    expect(order).toEqual(['kept', 'sent']);
  });

  it('not where the store does not last, or failed', async () => {
    const onKept = jest.fn();
    const failing = { ...memoryStore(), put: () => Promise.reject(new Error('disk full')) };
    for (const store of [cardStoreOn(memoryStore(), false), cardStoreOn(failing, true)]) {
      const { desk, run, slack } = aChannel({ onKept, store });
      await run(deliverCards(desk, [{ event: created }]));
      expect(slack.cards()).toHaveLength(1);
    }
    expect(onKept).not.toHaveBeenCalled();
  });

  it('of what another run shows later, with the card and its receipt', async () => {
    const onShown = jest.fn();
    const { desk, run, slack } = aChannel({ maxWaitMs: 0, onShown });
    slack.troubled(() => answer(503, 'down'));
    await run(deliverCards(desk, [{ event: created }]));
    expect(onShown).not.toHaveBeenCalled();
    slack.troubled(() => undefined);
    await run(deliverPending({ ...desk, maxWaitMs: 30_000 }));
    expect(onShown).toHaveBeenCalledTimes(1);
    expect(onShown).toHaveBeenCalledWith(
      expect.objectContaining({ story: expect.objectContaining({ latest: created }) }),
      expect.objectContaining({ receipt: 'posted' }),
    );
  });
});

it('what could not be kept goes out at once, and not again later', async () => {
  const trouble = { on: true };
  const put = () => (trouble.on ? Promise.reject(new Error('disk full')) : Promise.resolve());
  const { desk, run, slack } = aChannel({ store: cardStoreOn({ ...memoryStore(), put }, true) });
  const [receipt] = await run(deliverCards(desk, [{ event: created }]));
  expect(receipt?.receipt).toBe('posted');
  trouble.on = false;
  await run(deliverPending(desk));
  expect(slack.cards()).toHaveLength(1);
});

it('of three runs of one process with one alert, the last one says how it is shown, the others that it holds them', async () => {
  const { desk, run, slack } = aChannel({ turn: turns() });
  const types = ['created', 'accepted', 'resolved'] as const;
  const runs = types.map((type, minute) => {
    const event = anEvent({ id: type, type, occurredAt: at(minute), alert: { id: 'a1' } });
    return deliverCards(desk, [{ event }]);
  });
  const receipts = (await run(Promise.all(runs))).flat();
  expect(receipts.map(({ receipt }) => receipt)).toEqual(['merged', 'merged', 'updated']);
  expect(slack.cards()).toHaveLength(1);
  expect(await desk.store.all()).toHaveLength(1);
});

it('whoever waits for a turn does not wait for what comes after', async () => {
  const { desk, run, advance } = aChannel({
    turn: turns(),
    rate: { requests: 60, perMs: 60_000, burst: 3 },
  });
  const ended: number[] = [];
  const work = Array.from({ length: 5 }, async (_, index) => {
    const event = anEvent({ occurredAt: at(0), alert: { id: `a${index}` } });
    await deliverCards(desk, [{ event }]);
    ended.push(index);
  });
  await advance(1);
  expect(ended).toEqual([0, 1, 2]);
  await run(Promise.all(work));
});

describe('what somebody did from chat', () => {
  const accepted = anEvent({
    type: 'accepted',
    rawType: 'alertwire.accept',
    occurredAt: at(1),
    alert: { id: 'a1' },
  });

  it('changes a card, and makes none where the alert was never shown', async () => {
    const { desk, run, slack } = aChannel();
    const [elsewhere] = await run(deliverCards(desk, [{ event: accepted }]));
    expect(elsewhere?.receipt).toBe('skipped');
    expect(slack.cards()).toEqual([]);
    await run(deliverCards(desk, [{ event: created }]));
    const [here] = await run(deliverCards(desk, [{ event: accepted }]));
    expect(here?.receipt).toBe('updated');
    expect(slack.cards()).toHaveLength(1);
  });

  const told = anEvent({ type: 'accepted', occurredAt: at(1.1), alert: { id: 'a1' } });

  it('is no reason to ask for the channel, when the platform tells it too', async () => {
    const { desk, run } = aChannel();
    const lease = jest.spyOn(desk.store, 'lease');
    for (const event of [created, accepted]) await run(deliverCards(desk, [{ event }]));
    expect(lease).toHaveBeenCalledTimes(2);
    const receipts = await run(deliverCards(desk, [{ event: told }, { event: accepted }]));
    expect(receipts.map(({ receipt }) => receipt)).toEqual(['merged', 'merged']);
    expect(lease).toHaveBeenCalledTimes(2);
  });

  it('is shown when the platform tells it too, where it could not be shown before', async () => {
    const { desk, run, slack } = aChannel({ maxWaitMs: 0 });
    await run(deliverCards(desk, [{ event: created }]));
    slack.troubled(() => answer(503, 'down'));
    await run(deliverCards(desk, [{ event: accepted }]));
    slack.troubled(() => undefined);
    await run(deliverCards({ ...desk, maxWaitMs: 30_000 }, [{ event: told }]));
    expect(textOf(slack.cards()[0])).toContain('Accepted');
  });

  it('makes a card where it is a new alert, and where nothing is remembered', async () => {
    const { desk, run, slack } = aChannel();
    const raised = { ...created, id: 'raised', rawType: 'alertwire.create' };
    await run(deliverCards(desk, [{ event: raised }]));
    expect(slack.cards()).toHaveLength(1);
    const forgetful = aChannel({ store: cardStoreOn(memoryStore(), false) });
    await forgetful.run(deliverCards(forgetful.desk, [{ event: accepted }]));
    expect(forgetful.slack.cards()).toHaveLength(1);
  });
});
