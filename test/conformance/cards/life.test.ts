import { describe, expect, it } from '@jest/globals';
import { deliverCards } from '../../../core/delivery/cards/deliver-cards';
import { memoryStore } from '../../../core/delivery/cards/memory-store';
import { cardStoreOn } from '../../../core/delivery/cards/store-on';
import { BOT_CHATS } from '../bots/bot-chats';
import { useSandbox } from '../support/sandbox';
import { useNodeRedHttp } from '../support/transports';
import { channelOf, night, statesOf } from './channel';

const sandbox = useSandbox();
const http = useNodeRedHttp();
const { created, escalated, accepted, resolved } = night;

describe.each(BOT_CHATS)('a card in $name', (chat) => {
  const channel = () => channelOf(chat, sandbox, http);
  const followUps = async () => (await sandbox.messages()).length - 1;

  it('lives: posted once, changed with every event, and speaks when somebody has to act', async () => {
    const { send, cards } = channel();
    const states = [];
    for (const event of [created(), escalated(), accepted(), resolved()])
      states.push(...statesOf(await send([event])));
    expect(states).toEqual(['posted', 'replied', 'updated', 'updated']);
    const [card] = await cards();
    expect(card?.text).toContain('✅');
    expect(card?.text).toContain('Checkout answers slowly');
    expect(card?.history.map((one) => one.event)).toEqual(['posted', ...Array(3).fill('updated')]);
    expect(await followUps()).toBe(1);
  });

  it('tells the whole story: who was called, who accepted, who resolved', async () => {
    const { send, cards } = channel();
    await send([created(), escalated(), accepted(), resolved()]);
    const [card] = await cards();
    for (const line of [
      'Escalated to Priya Raman',
      'Accepted by Ada Lovelace',
      'Resolved by Ada Lovelace',
    ])
      expect(JSON.stringify(card?.payload)).toContain(line);
  });

  it('is right whatever the order of arrival', async () => {
    const orders = [
      [resolved, accepted, created],
      [accepted, created, resolved],
      [created, resolved, accepted],
    ];
    for (const [index, order] of orders.entries()) {
      const { send, desk } = channel();
      const own = { destination: `${desk.destination} ${index}` };
      for (const event of order) await send([event()], own);
    }
    const messages = (await sandbox.messages()).filter(({ replyTo }) => !replyTo);
    const final = messages.filter(({ text }) => text.includes('✅'));
    expect(final.length).toBeGreaterThanOrEqual(orders.length);
    expect(final.every(({ text }) => text.includes('Checkout answers slowly'))).toBe(true);
  });

  it('is not changed by what is known already', async () => {
    const { send } = channel();
    const event = created();
    expect(statesOf(await send([event]))).toEqual(['posted']);
    expect(statesOf(await send([event]))).toEqual(['merged']);
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it('is one, where two hear of the alert at the same moment', async () => {
    const { desk, cards } = channel();
    const both = [created(), escalated()].map((event, index) =>
      deliverCards({ ...desk, owner: `run ${index}` }, [{ event }]),
    );
    await Promise.all(both);
    expect(await cards()).toHaveLength(1);
  });

  it('is the same one after a restart', async () => {
    const kept = new Map<string, unknown>();
    const disk = {
      ...memoryStore(),
      list: async () =>
        [...kept].map(([key, value]) => ({ key, value: JSON.parse(JSON.stringify(value)) })),
      put: async (entries: readonly { key: string; value: unknown }[]) => {
        for (const { key, value } of entries) kept.set(key, value);
      },
    };
    const { send, cards } = channel();
    await send([created()], { store: cardStoreOn(disk, true) });
    const [receipt] = await send([resolved()], { store: cardStoreOn(disk, true), owner: 'after' });
    expect(receipt?.receipt).toBe('updated');
    expect(await cards()).toHaveLength(1);
  });

  it('is posted anew when somebody deleted it', async () => {
    const { send, worker } = channel();
    const [posted] = await send([created()]);
    const ref = posted?.messageRef;
    if (!ref) throw new Error('The card has no message.');
    const removal = await worker.take(chat.bot.remove(ref));
    if (chat.facts.kept !== undefined) {
      expect(removal).toMatchObject({ kind: 'rejected', problem: { code: chat.facts.kept } });
      return;
    }
    const [receipt] = await send([resolved()]);
    expect(receipt).toMatchObject({
      receipt: 'posted',
      reasons: [expect.stringContaining('gone')],
    });
    expect(receipt?.messageRef?.message).not.toBe(ref.message);
  });

  it('is the same one where only the flow keeps its messageRef', async () => {
    const { send, cards } = channel();
    const alone = () => ({ store: cardStoreOn(memoryStore(), false) });
    const [posted] = await send([created()], alone());
    const [receipt] = await send([{ event: resolved(), ref: posted?.messageRef }], alone());
    expect(receipt?.receipt).toBe('updated');
    expect(await cards()).toHaveLength(1);
  });

  it('mentions a new assignee in what speaks, where it is told to', async () => {
    const { send } = channel();
    await send([created()], { mentionAssignees: true });
    const [receipt] = await send([escalated()], { mentionAssignees: true });
    const { email } = chat.facts.person;
    const known = email?.address === 'priya.raman@example.com' && chat.bot.personByEmail;
    expect(receipt?.pings).toEqual(known ? [email.mention] : []);
  });
});
