import { describe, expect, it } from '@jest/globals';
import { deliverCards } from '../../../core/delivery/cards/deliver-cards';
import { anEvent, at } from '../alert/events';
import { aChannel, REFRESH, textOf, turns } from './cards-world';

const created = () => anEvent({ type: 'created', occurredAt: at(0) });
const escalated = () =>
  anEvent({
    type: 'escalated',
    occurredAt: at(5),
    escalation: { level: 2 },
    assignees: [{ name: 'Ada', email: 'ada@example.com' }],
  });
const accepted = () =>
  anEvent({ type: 'accepted', occurredAt: at(7), actor: { kind: 'user', name: 'Ada' } });
const resolved = () =>
  anEvent({ type: 'resolved', occurredAt: at(9), actor: { kind: 'user', name: 'Ada' } });

describe('one card for one alert', () => {
  it('is posted once and then changed, and speaks when somebody has to act', async () => {
    const { send, slack } = aChannel();
    const receipts = [];
    for (const event of [created(), escalated(), accepted(), resolved()])
      receipts.push(...(await send(event)));
    expect(receipts.map(({ receipt }) => receipt)).toEqual([
      'posted',
      'replied',
      'updated',
      'updated',
    ]);
    expect(slack.cards()).toHaveLength(1);
    expect(slack.replies()).toHaveLength(1);
    expect(textOf(slack.replies()[0])).toContain('Escalated to Ada at level 2');
    expect(textOf(slack.cards()[0])).toContain('Resolved by Ada');
    expect(new Set(receipts.map(({ messageRef }) => messageRef?.message)).size).toBe(1);
  });

  it('tells the whole story on the card, whatever came last', async () => {
    const { send, slack } = aChannel();
    for (const event of [created(), escalated(), accepted()]) await send(event);
    for (const line of ['Escalated to Ada at level 2', 'Accepted by Ada'])
      expect(textOf(slack.cards()[0])).toContain(line);
  });

  it.each([
    ['update', 0],
    ['reply', 1],
    ['thread', 3],
  ] as const)('mode %s replies %i times', async (mode, replies) => {
    const { send, slack } = aChannel({ mode });
    for (const event of [created(), escalated(), accepted(), resolved()]) await send(event);
    expect(slack.cards()).toHaveLength(1);
    expect(slack.replies()).toHaveLength(replies);
  });

  it('mode new posts every announcement, and changes the last one for the rest', async () => {
    const { send, slack } = aChannel({ mode: 'new' });
    for (const event of [created(), escalated(), accepted()]) await send(event);
    await send({ event: resolved(), decision: REFRESH });
    expect(slack.cards()).toHaveLength(3);
    expect(textOf(slack.cards()[2])).toContain('Resolved by Ada');
  });

  it('is right in any order of arrival', async () => {
    const { send, slack } = aChannel();
    const late = escalated();
    for (const event of [created(), resolved(), accepted()]) await send(event);
    const [receipt] = await send(late);
    expect(receipt?.receipt).toBe('superseded');
    expect(slack.cards()).toHaveLength(1);
    expect(textOf(slack.cards()[0])).toContain('✅');
    expect(textOf(slack.cards()[0])).toContain('Escalated to Ada');
    expect(slack.replies()).toHaveLength(0);
  });

  it('posts nothing for what may only change a card', async () => {
    const { send, slack } = aChannel();
    const [receipt] = await send({ event: accepted(), decision: REFRESH });
    expect(receipt).toMatchObject({
      receipt: 'skipped',
      reasons: [expect.stringContaining('there is none')],
    });
    expect(slack.calls).toHaveLength(0);
  });

  it('never posts the same event twice', async () => {
    const { send, slack } = aChannel();
    const event = created();
    await send(event);
    const [receipt] = await send(event);
    expect(receipt?.receipt).toBe('merged');
    expect(slack.calls).toHaveLength(1);
  });

  it('begins a new card where the alert starts again after it was resolved', async () => {
    const { send, slack } = aChannel();
    await send(created());
    await send(resolved());
    await send(anEvent({ type: 'created', occurredAt: at(60), alert: { startedAt: at(60) } }));
    expect(slack.cards()).toHaveLength(2);
    expect(textOf(slack.cards()[0])).toContain('✅');
    expect(textOf(slack.cards()[1])).not.toContain('✅');
  });

  it('gives every event of one batch its receipt', async () => {
    const { send, slack } = aChannel();
    const receipts = await send(created(), accepted(), anEvent({ alert: { id: 'other' } }));
    expect(receipts.map(({ receipt }) => receipt)).toEqual(['merged', 'posted', 'posted']);
    expect(slack.cards()).toHaveLength(2);
  });

  it('merges changes that follow each other closely', async () => {
    const { desk, run, slack } = aChannel({ turn: turns() });
    await run(deliverCards(desk, [{ event: created() }]), 10);
    const events = [escalated(), accepted(), resolved()];
    const all = events.map((event) => deliverCards(desk, [{ event }]));
    const receipts = await run(Promise.all(all));
    expect(receipts.flat().map(({ receipt }) => receipt)).toEqual(['merged', 'merged', 'updated']);
    expect(slack.of('chat.update')).toHaveLength(1);
  });

  it('mentions new assignees, and only in what speaks', async () => {
    const { send, slack } = aChannel({ mentionAssignees: true });
    await send(created());
    const [receipt] = await send(escalated());
    expect(receipt?.pings).toEqual(['U0ADA']);
    expect(textOf(slack.replies()[0])).toContain('<@U0ADA>');
    expect(textOf(slack.cards()[0])).not.toContain('<@U0ADA>');
  });
});

describe('a message that was deleted', () => {
  it('is posted again, once', async () => {
    const { send, slack } = aChannel();
    await send(created());
    slack.messages.clear();
    const [receipt] = await send(accepted());
    expect(receipt).toMatchObject({
      receipt: 'posted',
      reasons: [expect.stringContaining('gone')],
    });
    await send(resolved());
    expect(slack.cards()).toHaveLength(1);
  });
});

describe('an answer that was lost', () => {
  it('is asked for before anything is posted again: the message is there', async () => {
    const { send, slack } = aChannel();
    slack.troubled(({ method }) =>
      method === 'chat.postMessage' && slack.of(method).length === 1 ? 'lost' : undefined,
    );
    const [receipt] = await send(created());
    expect(receipt?.receipt).toBe('posted');
    expect(slack.cards()).toHaveLength(1);
    await send(resolved());
    expect(textOf(slack.cards()[0])).toContain('✅');
  });

  it('is asked for before anything is posted again: the message is not there', async () => {
    const { send, slack } = aChannel();
    slack.troubled(({ method }) =>
      method === 'chat.postMessage' && slack.of(method).length === 1 ? 'lost-before' : undefined,
    );
    const [receipt] = await send(created());
    expect(receipt?.receipt).toBe('posted');
    expect(slack.cards()).toHaveLength(1);
  });

  it('is said to be unknown where the chat does not tell', async () => {
    const { send, slack } = aChannel();
    slack.troubled(({ method }) => (method === 'chat.update' ? undefined : 'lost'));
    const [receipt] = await send(created());
    expect(receipt?.receipt).toBe('unknown');
    slack.troubled(() => undefined);
    await send(resolved());
    expect(slack.cards()).toHaveLength(2);
  });

  it('of a change is no trouble: it is made again', async () => {
    const { send, slack } = aChannel();
    await send(created());
    slack.troubled(({ method }) =>
      method === 'chat.update' && slack.of(method).length === 1 ? 'lost' : undefined,
    );
    const [receipt] = await send(resolved());
    expect(receipt?.receipt).toBe('updated');
    expect(slack.cards()).toHaveLength(1);
  });
});

describe('two at the same moment', () => {
  it('make one card', async () => {
    const { desk, run, slack } = aChannel();
    const other = { ...desk, owner: 'two' };
    const receipts = await run(
      Promise.all([
        deliverCards(desk, [{ event: created() }]),
        deliverCards(other, [{ event: accepted() }]),
      ]),
    );
    expect(slack.cards()).toHaveLength(1);
    expect(
      receipts
        .flat()
        .map(({ receipt }) => receipt)
        .sort(),
    ).toEqual(['merged', 'posted']);
    expect(textOf(slack.cards()[0])).toContain('Accepted by Ada');
  });
});
