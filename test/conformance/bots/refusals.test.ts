import { describe, expect, it } from '@jest/globals';
import { useSandbox } from '../support/sandbox';
import { useNodeRedHttp } from '../support/transports';
import { botAtWork } from './bot-at-work';
import { BOT_CHATS } from './bot-chats';
import { openCard } from './cards';

const sandbox = useSandbox();
const http = useNodeRedHttp();

/** Sentences. */
const HINT = /^[A-Z]\w*.*\w+ \w+.*[.…:/\w]$/s;

/** The advice for these is the advice of last resort. */
const UNHEARD_OF = [
  JSON.stringify({ ok: false, error: 'no_such_word_ever' }),
  JSON.stringify({ id: 'no.such.id.ever', message: 'what is this', status_code: 418 }),
  JSON.stringify({ error: { code: 'NoSuchCodeEver', message: 'what is this' } }),
  JSON.stringify({ code: 'noSuchCodeEver', message: 'what is this' }),
  'what is this',
];

describe.each(BOT_CHATS)('the bot of $name', (chat) => {
  const { bot, facts, id } = chat;

  const post = (called = facts.channel, options: Parameters<typeof botAtWork>[3] = {}) => {
    const { take, channel } = botAtWork(chat, sandbox, http, options);
    return take(bot.post(openCard(id), { channel: channel(called) }, 'k1'));
  };
  const answered = async (status: number, body: string) => {
    await sandbox.fault({ kind: 'status', platform: id, status, body });
    const outcome = await post();
    return 'problem' in outcome ? outcome.problem : undefined;
  };

  it.each(facts.refusals)('says what to do about $why', async ({ bot: name, channel, code }) => {
    const outcome = await post(channel, { name });
    expect(outcome).toMatchObject({ kind: 'rejected', problem: { code } });
    expect('problem' in outcome && outcome.problem.hint).toMatch(HINT);
    expect(await sandbox.messages()).toEqual([]);
  });

  it('knows a token that never was one', async () => {
    const change = (credential: Readonly<Record<string, string>>) =>
      Object.fromEntries(
        Object.entries(credential).map(([field, value]) => [
          field,
          /token|secret/i.test(field)
            ? value.replace(/.$/, (last) => (last === 'x' ? 'y' : 'x'))
            : value,
        ]),
      );
    expect(await post(facts.channel, { change })).toMatchObject({
      kind: 'rejected',
      problem: { code: facts.wrongToken },
    });
    const checked = await botAtWork(chat, sandbox, http, { change }).take(bot.check());
    expect(checked).toMatchObject({ problem: { code: facts.wrongToken } });
    expect(await sandbox.messages()).toEqual([]);
  });

  it('knows everything the platform may say', async () => {
    const general = [];
    for (const body of UNHEARD_OF) general.push((await answered(418, body))?.hint);
    const wrong = [];
    for (const { status, body, code } of facts.says) {
      const problem = await answered(status, body);
      const described = problem && !general.includes(problem.hint) && HINT.test(problem.hint);
      if (problem?.code !== code || (code !== undefined && !described))
        wrong.push({ code, problem });
    }
    expect(wrong).toEqual([]);
    expect(facts.says.length).toBeGreaterThan(5);
  });

  it('waits as long as it is told', async () => {
    await sandbox.fault({ kind: 'rate-limit', platform: id, retryAfter: '7' });
    expect(await post()).toMatchObject({
      kind: 'retry',
      afterMs: expect.any(Number),
      problem: { code: 'delivery.rate_limited' },
    });
    expect(await sandbox.messages()).toEqual([]);
  });

  it('believes no page that answers in place of the chat', async () => {
    const body = `<html><title>Sign in</title>${'x '.repeat(20_000)}</html>`;
    for (const status of [200, 201, 202, 302, 401, 403, 404]) {
      const problem = await answered(status, body);
      expect({ status, known: problem !== undefined }).toEqual({ status, known: true });
      expect(problem?.message.length).toBeLessThan(250);
    }
  });
});
