import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ALERT_ACTIONS } from '../../../core/alert/command';
import type { HttpAnswer } from '../../../core/http/types';
import { ARGUMENTS } from '../../../core/oncall/action';
import {
  checkOnCall,
  findWebhook,
  listOnCall,
  performAction,
  removeWebhook,
} from '../../../core/oncall/index';
import { LIST_NAMES } from '../../../core/oncall/lists';
import { answering, simulatedClock } from '../delivery/world';
import { INCIDENT, ilertAlert, incident } from './action-world';
import { DEEP_JSON, expectSound, NOTHINGS, oddFields, POISON_JSON } from './hostile';

const word = fc.oneof(
  fc.string(),
  fc.constantFrom('1', '4711', INCIDENT, 'a@example.com', '2h', 'critical', '2026-03-01'),
);

const FIELDS = { ilert: Object.keys(ilertAlert()), flashduty: Object.keys(incident()) };
type Id = keyof typeof FIELDS;

const odd = (id: Id) =>
  fc.oneof(oddFields(FIELDS[id]), fc.jsonValue(), fc.constantFrom(...NOTHINGS));

/** What is true of an alert, with something odd in it. */
const told = (id: Id) =>
  fc
    .oneof(
      fc.constantFrom('PENDING', 'ACCEPTED', 'RESOLVED').map((status) => ({ status })),
      fc.constantFrom('Triggered', 'Processing', 'Closed').map((progress) => ({ progress })),
      odd(id),
    )
    .map((fields) => ({ ...(id === 'ilert' ? ilertAlert() : incident()), ...Object(fields) }));

const value = (id: Id) =>
  id === 'ilert'
    ? fc.oneof({ weight: 5, arbitrary: told(id) }, fc.array(odd(id)), odd(id))
    : fc.oneof(
        { weight: 5, arbitrary: told(id).map((data) => ({ data })) },
        fc.array(fc.oneof(told(id), odd(id))).map((items) => ({ data: { items } })),
        odd(id).map((data) => ({ data })),
        odd(id).map((error) => ({ error })),
        odd(id),
      );

const answerOf = (id: Id): fc.Arbitrary<HttpAnswer> => {
  const body = fc.oneof(
    { weight: 50, arbitrary: value(id).map((some) => JSON.stringify(some) ?? '') },
    fc.constantFrom(DEEP_JSON, POISON_JSON, ''),
  );
  return fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({ status: fc.constant(200), headers: fc.constant({}), body }),
    },
    fc.record({
      status: fc.constantFrom(100, 201, 204, 302, 400, 401, 403, 404, 405, 409, 429, 500, 503),
      headers: fc.record({ 'retry-after': fc.string() }),
      body,
    }),
    fc.record({ failed: fc.constantFrom('not-sent', 'answer-lost'), code: fc.string() }),
  );
};

/** A platform, and what it answers. */
const situation = fc.constantFrom<Id>('ilert', 'flashduty').chain((platform) =>
  fc.record({
    platform: fc.constant(platform),
    answers: fc.array(answerOf(platform), { minLength: 1, maxLength: 6 }),
    id: fc.oneof(
      { weight: 4, arbitrary: fc.constant(platform === 'ilert' ? '4711' : INCIDENT) },
      word,
    ),
  }),
);

/** Nobody can be asked more often than the time allows. */
const MOST_REQUESTS = 60;

it('whatever is asked for and whatever is answered, there is a result in time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        action: fc.constantFrom(...ALERT_ACTIONS),
        about: fc.record(
          { key: word, platform: word, account: word, title: word },
          { requiredKeys: [] },
        ),
        arguments: fc.record(Object.fromEntries(ARGUMENTS.map((name) => [name, word])), {
          requiredKeys: [],
        }),
        by: fc.option(fc.record({ id: word, name: word }), { nil: undefined }),
        attribute: fc.boolean(),
        language: fc.constantFrom('en', 'de', 'zh-CN', 'xx'),
        alertUrlPattern: fc.constantFrom(undefined, 'https://x.example/{id}'),
      }),
      situation,
      async ({ about, ...order }, { platform, answers, id }) => {
        const { http, requests } = answering(...answers);
        const { clock, sleeps } = simulatedClock();
        const alert = { ...about, id };
        const outcome = await performAction({ ...order, platform, alert, http, clock });
        const { result, event, data } = outcome;
        expect(result.code).toMatch(/^(done|already_done|action\.\w+)$/);
        expect(result.ok).toBe(!result.code.startsWith('action.'));
        expect(result.message).toMatch(/\S/);
        expect(result.message).not.toMatch(/undefined|NaN|\[object/);
        if (event) {
          expectSound(event);
          expect([`alertwire.${order.action}`, 'alertwire.standing']).toContain(event.rawType);
        }
        expect(JSON.parse(JSON.stringify({ data }))).toEqual(data === undefined ? {} : { data });
        expect(requests.length).toBeLessThan(MOST_REQUESTS);
        expect(sleeps.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(23_000);
        for (const request of requests) expect(request.url).toMatch(/^\/[a-z]/);
      },
    ),
    { numRuns: 800 },
  );
}, 60_000);

describe('lists, checks and webhooks', () => {
  it('are never thrown off', async () => {
    await fc.assert(
      fc.asyncProperty(
        situation,
        fc.constantFrom(...LIST_NAMES),
        word,
        word,
        async ({ platform: id, answers }, name, search, cursor) => {
          const who = { ...answering(...answers), clock: simulatedClock().clock };
          const page = await listOnCall(id, name, { ...who, search, cursor });
          if ('problem' in page) expect(page.problem.message).toMatch(/\S/);
          else
            for (const entry of page.entries) {
              expect([typeof entry.id, typeof entry.name]).toEqual(['string', 'string']);
            }
          await checkOnCall(id, who);
          await findWebhook(id, 'https://x.example', who);
          await removeWebhook(id, 'https://x.example', who);
        },
      ),
      { numRuns: 200 },
    );
  }, 60_000);
});
