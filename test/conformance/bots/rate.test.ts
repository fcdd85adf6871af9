import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../../core/http/outcome';
import type { Http } from '../../../core/ports';
import { chats } from '../../../sandbox/platforms';
import { createDesk } from '../../../sandbox/start';
import { botAtWork, refOf } from './bot-at-work';
import { BOT_CHATS, type BotChat } from './bot-chats';
import { closedCard, openCard } from './cards';

const ORIGIN = 'http://sandbox.example';
/** More than any chat takes at once. */
const FLOOD = 300;

/** A bot at the stand-in of its chat, whose clock the test moves. */
const onOwnClock = (chat: BotChat) => {
  const started = Date.now();
  let passed = 0;
  const platform = chats.find(({ id }) => id === chat.id);
  const now = () => started + passed;
  const desk = createDesk(new AbortController().signal, now);
  const receiver = platform?.open({ rateWindowScale: 1, now, desk });
  const bots = platform?.bots?.(ORIGIN) ?? [];
  const http: Http = async ({ method, url, headers, body = '' }) => {
    const { pathname, searchParams: query } = new URL(url);
    const path = pathname.slice(chat.id.length + 1);
    const verdict = receiver?.judge({ method, path, query, headers, body: Buffer.from(body) });
    const { status = 0, headers: told = {}, body: said = '' } = verdict?.answer ?? {};
    const lower = Object.entries(told).map(([name, value]) => [name.toLowerCase(), value]);
    return { status, headers: Object.fromEntries(lower), body: said };
  };
  const listed = (_: string, name: string) => {
    const bot = bots.find((one) => one.name === name);
    if (!bot) throw new Error(`The sandbox has no bot ${name} of ${chat.id}.`);
    return bot;
  };
  const wait = (ms: number) => {
    passed += ms;
  };
  return { ...botAtWork(chat, { bot: listed }, http), wait };
};

const isTooMany = (outcome: Outcome) =>
  outcome.kind === 'retry' && outcome.problem.code === 'delivery.rate_limited';

describe.each(BOT_CHATS)('the bot of $name', (chat) => {
  const { bot, facts, id } = chat;
  const { requests, perMs, burst = 1 } = bot.rate;

  it.each(['posts', 'changes'])(
    'is refused nothing where its %s keep to the rate',
    async (what) => {
      const { take, channel, wait } = onOwnClock(chat);
      const to = { channel: channel(facts.channel) };
      const ref = refOf(await take(bot.post(openCard(id), to, 'first')));
      const outcomes: Outcome[] = [];
      for (let count = 0; count < 2 * requests; count += 1) {
        if (count % burst === 0) wait((burst * perMs) / requests);
        const steps =
          what === 'changes'
            ? bot.update(closedCard(id), ref)
            : bot.post(openCard(id), to, `key${count}`);
        outcomes.push(await take(steps));
      }
      expect(outcomes.filter(({ kind }) => kind !== 'delivered')).toEqual([]);
    },
  );

  it('is told to wait where it does not', async () => {
    const { take, channel } = onOwnClock(chat);
    const to = { channel: channel(facts.channel) };
    const outcomes: Outcome[] = [];
    for (let count = 0; count < FLOOD; count += 1) {
      outcomes.push(await take(bot.post(openCard(id), to, `key${count}`)));
    }
    expect(outcomes.filter(isTooMany).length).toBeGreaterThan(0);
    expect(outcomes.filter((one) => one.kind !== 'delivered' && !isTooMany(one))).toEqual([]);
  });
});
