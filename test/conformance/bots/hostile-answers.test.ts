import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { run } from '../../../core/delivery/run';
import type { Outcome } from '../../../core/http/outcome';
import type { Steps } from '../../../core/http/steps';
import type { HttpAnswer } from '../../../core/http/types';
import { BOT_CHATS, type BotChat } from './bot-chats';
import { openCard } from './cards';

const KINDS = ['delivered', 'accepted', 'retry', 'rejected', 'gone', 'unknown'];
/** No chat has to ask more often for anything. */
const MOST_REQUESTS = 30;

/** Bodies that come near to what chats answer, and are wrong in some place. */
const near = fc
  .record(
    {
      ok: fc.oneof(fc.boolean(), fc.constant('true')),
      error: fc.oneof(fc.constantFrom('not_in_channel', 'channel_not_found'), fc.anything()),
      channel: fc.oneof(fc.string(), fc.record({ id: fc.anything() }), fc.anything()),
      ts: fc.oneof(fc.constant('1700000000.000100'), fc.anything()),
      id: fc.oneof(
        fc.constantFrom('a'.repeat(26), 'api.context.permissions.app_error'),
        fc.anything(),
      ),
      messages: fc.oneof(fc.array(fc.anything()), fc.anything()),
      channels: fc.oneof(fc.array(fc.anything()), fc.anything()),
      members: fc.oneof(
        fc.array(fc.record({ id: fc.string(), profile: fc.anything() })),
        fc.anything(),
      ),
      conversations: fc.oneof(
        fc.array(fc.record({ id: fc.anything(), name: fc.anything() })),
        fc.anything(),
      ),
      continuationToken: fc.oneof(fc.string(), fc.anything()),
      response_metadata: fc.oneof(fc.record({ next_cursor: fc.string() }), fc.anything()),
      activityId: fc.anything(),
      result: fc.anything(),
      code: fc.anything(),
    },
    { requiredKeys: [] },
  )
  .map((value) => JSON.stringify(value));

const bodies = fc.oneof(
  near,
  fc.json(),
  fc.string(),
  fc.constantFrom('', '[', 'null', `{"ok":true,"x":${'['.repeat(2000)}${']'.repeat(2000)}}`),
);
const answers: fc.Arbitrary<HttpAnswer> = fc.oneof(
  fc.record({
    status: fc.oneof(fc.constantFrom(200, 201, 403, 404, 429), fc.integer({ min: 100, max: 599 })),
    headers: fc.dictionary(fc.constantFrom('retry-after', 'x-oauth-scopes', 'x-any'), fc.string()),
    body: bodies,
  }),
  fc.record({
    failed: fc.constantFrom('not-sent' as const, 'answer-lost' as const),
    code: fc.string(),
  }),
);

/** Takes the steps with these answers, the last one for ever. */
const taken = async <Result>(steps: Steps<Result>, given: readonly HttpAnswer[]) => {
  let count = 0;
  const http = async () => given[Math.min(count++, given.length - 1)] as HttpAnswer;
  const result = await run(steps, http, { now: () => 0 });
  expect(count).toBeLessThanOrEqual(MOST_REQUESTS);
  return result;
};

const outcomes = ({ bot, facts, id }: BotChat): Steps<Outcome>[] => {
  const payload = openCard(id);
  const ref = { chat: id, channel: 'a'.repeat(26), message: 'b'.repeat(26) };
  return [
    bot.post(payload, { channel: 'a'.repeat(26) }, 'k'),
    bot.post(payload, { person: facts.person.id }, 'k'),
    bot.update(payload, ref),
    bot.reply(payload, ref, 'k'),
    bot.remove(ref),
    ...(bot.whisper
      ? [bot.whisper(payload, { channel: 'a'.repeat(26), person: facts.person.id }, 'k')]
      : []),
  ];
};

describe.each(BOT_CHATS)('the bot of $name', (chat) => {
  const { bot, facts } = chat;

  it('makes something of every answer, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 5 }), async (given) => {
        for (const steps of outcomes(chat)) {
          const outcome = await taken(steps, given);
          expect(KINDS).toContain(outcome.kind);
          if (!('problem' in outcome)) continue;
          const { code, message, hint } = outcome.problem;
          expect(code).toMatch(/^[a-z]+\.[\w.-]{1,130}$/);
          expect(`${message}${hint}`.length).toBeLessThan(1200);
        }
      }),
    );
  });

  it('looks up nothing that makes it throw', async () => {
    const { within = '' } = facts.lists;
    const here = { channel: within };
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 5 }), async (given) => {
        await taken(bot.check(), given);
        if (bot.channels) await taken(bot.channels(`${within} x`), given);
        if (bot.people) await taken(bot.people(within), given);
        if (bot.personByEmail) await taken(bot.personByEmail('\ud800@x', here), given);
        if (bot.find) await taken(bot.find({ person: facts.person.id }, 'k', Number.NaN), given);
      }),
    );
  });

  it('is not impressed by ten megabytes', async () => {
    const body = JSON.stringify({ ok: true, channel: 'x'.repeat(10_000_000), ts: '1.1' });
    for (const steps of outcomes(chat)) {
      const outcome = await taken(steps, [{ status: 200, headers: {}, body }]);
      expect(JSON.stringify(outcome).length).toBeLessThan(2000);
    }
  });
});
