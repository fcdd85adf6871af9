import { describe, expect, it } from '@jest/globals';
import type { Listed, Page } from '../../../core/chat/platform';
import type { Steps } from '../../../core/http/steps';
import { useSandbox } from '../support/sandbox';
import { useNodeRedHttp } from '../support/transports';
import { botAtWork } from './bot-at-work';
import { BOT_CHATS } from './bot-chats';
import { openCard } from './cards';

const sandbox = useSandbox();
const http = useNodeRedHttp();
const MOST_PAGES = 20;

describe.each(BOT_CHATS)('the bot of $name', (chat) => {
  const { bot, facts, id, platform } = chat;
  const { lists, person } = facts;
  const worker = () => botAtWork(chat, sandbox, http);

  const all = async (list: (search: string, cursor?: string) => Steps<Page>, words = '') => {
    const { take } = worker();
    const search = [lists.within ?? '', words].join(' ').trim();
    const entries: Listed[] = [];
    let cursor: string | undefined;
    for (let count = 0; count < MOST_PAGES; count += 1) {
      const page = await take(list(search, cursor));
      if ('problem' in page) throw new Error(page.problem.message);
      entries.push(...page.entries);
      cursor = page.next;
      if (cursor === undefined) break;
    }
    return entries;
  };

  it('lists the channels it can post to, where the chat has such a list', async () => {
    expect(bot.channels !== undefined).toBe(lists.channel !== undefined);
    if (!bot.channels || !lists.channel) return;
    const { take, channel } = worker();
    const entries = await all(bot.channels);
    expect(entries.map((one) => one.id)).toContain(channel(facts.channel));
    expect(entries.find((one) => one.closed)?.name).toBe(lists.closed);
    const found = await all(bot.channels, lists.channel.search);
    expect(found.map(({ name }) => name)).toEqual([lists.channel.name]);
    const [picked] = found;
    const to = { channel: picked?.id ?? '' };
    expect((await take(bot.post(openCard(id), to, 'k1'))).kind).toBe('delivered');
  });

  it('lists people to write to, where the chat has such a list', async () => {
    expect(bot.people !== undefined).toBe(lists.person !== undefined);
    if (!bot.people || !lists.person) return;
    const found = await all(bot.people, lists.person.search);
    expect(found.map((one) => one.id)).toEqual([lists.person.id]);
    expect((await all(bot.people)).length).toBeGreaterThan(1);
    const to = { person: lists.person.id };
    expect((await worker().take(bot.post(openCard(id), to, 'k1'))).kind).toBe('delivered');
    expect(await sandbox.messages()).toMatchObject([{ channel: person.channel }]);
  });

  it('says what a search has to begin with, where it lists one place at a time', async () => {
    for (const list of [bot.channels, bot.people]) {
      if (!list || lists.within === undefined) continue;
      const page = await worker().take(list('raman'));
      expect(page).toMatchObject({ problem: { hint: expect.stringMatching(/^Paste the link/) } });
    }
  });

  it('finds whom to mention by an e-mail address, where the chat can', async () => {
    const { email } = person;
    expect(bot.personByEmail !== undefined).toBe(email !== undefined);
    if (!bot.personByEmail || !email) return;
    const { take, channel } = worker();
    const to = { channel: channel(facts.channel) };
    const found = await take(bot.personByEmail(email.address, to));
    expect(found).toBe(email.mention);
    expect(await take(bot.personByEmail('nobody@nowhere.example', to))).toBeUndefined();
    const { payload } = platform.renderText('Yours', { mentions: [String(found)] }, 'bot');
    await take(bot.post(payload, to, 'k1'));
    const [message] = await sandbox.messages();
    expect(message?.pings).toHaveLength(1);
  });
});
