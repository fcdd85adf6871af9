import { describe, expect, it } from '@jest/globals';
import { deliverCards } from '../../../core/delivery/cards/deliver-cards';
import { anEvent, at } from '../alert/events';
import { aChannel, textOf } from './cards-world';

const created = (index: number) =>
  anEvent({
    type: 'created',
    occurredAt: at(0),
    alert: { id: `a${index}`, title: `Disk ${index} full` },
  });
const resolved = (index: number) =>
  anEvent({
    type: 'resolved',
    occurredAt: at(9),
    alert: { id: `a${index}`, title: `Disk ${index} full` },
  });
const many = (from: number, to: number, event = created) =>
  Array.from({ length: to - from }, (_, index) => event(from + index));

/** Alerts that come at once to a channel; a digest takes what would take longer than ten seconds. */
const crowd = async () => {
  const channel = aChannel();
  const receipts = await channel.send(...many(0, 30));
  return { ...channel, receipts };
};

describe('more alerts at once than the channel takes', () => {
  it('are one message with a line for each, and every event has its receipt', async () => {
    const { slack, receipts } = await crowd();
    expect(slack.cards()).toHaveLength(1);
    const text = textOf(slack.cards()[0]);
    expect(text).toContain('30 alerts at once');
    for (let index = 0; index < 30; index += 1) expect(text).toContain(`Disk ${index} full`);
    expect(new Set(receipts.map(({ receipt }) => receipt))).toEqual(new Set(['merged']));
    expect(receipts[0]?.reasons).toEqual([expect.stringContaining('30 alerts')]);
  });

  it('are followed by more in the same message, also by another run', async () => {
    const { desk, run, slack } = await crowd();
    const more = many(30, 50).map((event) => ({ event }));
    await run(deliverCards({ ...desk, owner: 'another' }, more));
    expect(slack.cards()).toHaveLength(1);
    expect(textOf(slack.cards()[0])).toContain('50 alerts at once');
  });

  it('beyond what one message holds are the next one', async () => {
    const { send, slack } = await crowd();
    await send(...many(30, 150));
    expect(slack.cards()).toHaveLength(3);
    const lines = slack.cards().map((card) => textOf(card).match(/Disk \d+ full ·/g)?.length ?? 0);
    expect(lines.reduce((sum, count) => sum + count)).toBe(150);
  });

  it('keep their lines up to date, by one change of the message', async () => {
    const { send, slack } = await crowd();
    const before = slack.calls.length;
    await send(...many(0, 30, resolved));
    expect(slack.cards()).toHaveLength(1);
    expect(textOf(slack.cards()[0])).toContain('30 resolved');
    expect(slack.calls.length - before).toBe(1);
  });

  it('get a card of their own once the crowd is gone and somebody has to act', async () => {
    const { send, slack } = await crowd();
    await send(
      anEvent({ type: 'escalated', occurredAt: at(20), alert: { id: 'a3', title: 'Disk 3 full' } }),
    );
    expect(slack.cards()).toHaveLength(2);
    expect(textOf(slack.cards()[1])).toContain('Disk 3 full');
  });

  it('are posted again where somebody deleted the message', async () => {
    const { send, slack } = await crowd();
    slack.messages.clear();
    await send(resolved(3));
    expect(slack.cards()).toHaveLength(1);
    await send(resolved(4));
    expect(slack.cards()).toHaveLength(1);
    expect(textOf(slack.cards()[0])).toContain('2 resolved');
  });
});
