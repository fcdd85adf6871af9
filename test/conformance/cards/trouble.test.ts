import { describe, expect, it } from '@jest/globals';
import { deliverCards } from '../../../core/delivery/cards/deliver-cards';
import { dyingAfterPost } from '../../core/delivery/dying';
import { BOT_CHATS } from '../bots/bot-chats';
import { useSandbox } from '../support/sandbox';
import { useNodeRedHttp } from '../support/transports';
import { channelOf, night, statesOf } from './channel';

const sandbox = useSandbox();
const http = useNodeRedHttp();
const { created, resolved } = night;

describe.each(BOT_CHATS)('trouble with a card in $name', (chat) => {
  it.each(chat.facts.refusals)(
    '$why: failed, with the code and what to do',
    async ({ bot, channel, code }) => {
      const { send } = channelOf(chat, sandbox, http, { bot, name: channel });
      const [receipt] = await send([created()]);
      expect(receipt).toMatchObject({ receipt: 'failed', problem: { code } });
      expect(receipt?.problem?.message).toMatch(/\w/);
      expect(receipt?.problem?.hint).toMatch(/\w/);
      expect(await sandbox.messages()).toEqual([]);
    },
  );

  it('a lost answer to the first post: one message where the chat can tell, else it says that there may be two', async () => {
    const { send, cards, worker, desk } = channelOf(chat, sandbox, http);
    // Whatever has to be asked first has been asked: what gets lost is the answer to the post.
    await worker.take(chat.bot.check());
    await sandbox.fault({ kind: 'lost-answer', platform: chat.id });
    const [receipt] = await send([created()]);
    const tells = chat.bot.repeatable || chat.bot.find !== undefined;
    expect(receipt?.receipt).toBe(tells ? 'posted' : 'unknown');
    const [after] = await send([resolved()], { ...desk, owner: 'later' });
    expect(after?.receipt).toBe(tells ? 'updated' : 'posted');
    expect(after?.reasons).toEqual(tells ? [] : [expect.stringContaining('there may be two')]);
    expect((await cards()).length).toBe(tells ? 1 : 2);
    expect((await cards()).at(-1)?.text).toContain('✅');
  });

  it('a process that died after the first post: what came since is shown, in one message where the chat can tell', async () => {
    const { send, cards, desk } = channelOf(chat, sandbox, http);
    const dying = { ...desk, store: dyingAfterPost(desk.store) };
    void deliverCards(dying, [{ event: created() }]);
    await dying.store.died;
    // Its lease is given up here; on a real clock it runs out.
    await desk.store.release(desk.destination, desk.owner, 0);
    const [receipt] = await send([resolved()], { owner: 'later' });
    const tells = chat.bot.repeatable || chat.bot.find !== undefined;
    expect(receipt?.receipt).toBe(tells ? 'updated' : 'posted');
    expect((await cards()).length).toBe(tells ? 1 : 2);
    expect((await cards()).at(-1)?.text).toContain('✅');
  });

  it('a lost answer to a change: it is made again, and nobody sees two', async () => {
    const { send, cards } = channelOf(chat, sandbox, http);
    await send([created()]);
    await sandbox.fault({ kind: 'lost-answer', platform: chat.id });
    expect(statesOf(await send([resolved()]))).toEqual(['updated']);
    expect(await cards()).toHaveLength(1);
  });

  it('a busy chat: the card comes once it takes messages again', async () => {
    const { send, cards } = channelOf(chat, sandbox, http);
    await sandbox.fault({ kind: 'rate-limit', retryAfter: 3, platform: chat.id });
    expect(statesOf(await send([created()]))).toEqual(['posted']);
    expect(await cards()).toHaveLength(1);
  });

  it('a chat that is down: deferred, and shown by whoever comes next', async () => {
    const { send, cards } = channelOf(chat, sandbox, http);
    await sandbox.fault({ kind: 'status', status: 503, body: 'down', times: 1, platform: chat.id });
    const [receipt] = await send([created()], { maxWaitMs: 0 });
    expect(receipt).toMatchObject({ receipt: 'deferred', retryAfterMs: expect.any(Number) });
    expect(statesOf(await send([resolved()]))).toEqual(['posted']);
    expect(await cards()).toHaveLength(1);
  });
});
