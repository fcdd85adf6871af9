import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bot } from '../../../core/chat/teams/bot';
import type { HttpAnswer } from '../../../core/http/types';
import { answer } from '../delivery/world';
import { json, LOST, taken } from './steps';

const CHANNEL = '19:abc123@thread.tacv2';
const ref = { chat: 'teams', channel: CHANNEL, message: '17' };
const person = '11111111-2222-3333-4444-555555555555';
const payload = { type: 'message' };
const posted = async (given: HttpAnswer) =>
  (await taken(bot.post(payload, { channel: CHANNEL }, 'k'), given)).result;

const error = (code: string) => ({ error: { code, message: 'x' } });
const aadsts = (number: number) => ({
  error: 'invalid_client',
  error_description: `AADSTS${number}: Something. Trace ID: 0`,
  error_codes: [number],
});
const BLOCKED = {
  errorCode: 209,
  message: '{\r\n  "subCode": "MessageWritesBlocked",\r\n  "details": "Thread is blocked."\r\n}',
};

/** The tables of https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability and of Entra. */
const REFUSALS: readonly [status: number, body: unknown, code: string, hint: RegExp][] = [
  [401, { message: 'Authorization has been denied for this request.' }, 'wrong_tenant', /tenant/],
  [401, error('BotNotRegistered'), 'bot_not_registered', /Azure Bot/],
  [403, error('BotNotInConversationRoster'), 'not_installed', /Add the app/],
  [403, error('BotDisabledByAdmin'), 'disabled_by_admin', /admin center/],
  [403, error('ConversationBlockedByUser'), 'blocked', /unblock/],
  [403, error('ForbiddenOperationException'), 'not_installed_for_person', /add the app/],
  [403, error('NotEnoughPermissions'), 'forbidden', /Add the app/],
  [403, BLOCKED, 'writes_blocked', /unblock/],
  [403, {}, 'forbidden', /Add the app/],
  [404, error('ConversationNotFound'), 'unknown_channel', /Copy link/],
  [404, error('ActivityNotFoundInConversation'), 'message_not_found', /deleted/],
  [404, error('MemberNotFoundInConversation'), 'unknown_person', /object ID/],
  [404, {}, 'unknown_channel', /Copy link/],
  [413, error('MessageSizeTooBig'), 'too_large', /report/],
  [413, {}, 'too_large', /report/],
  [400, error('BadSyntax'), 'bad_request', /report/],
  [400, error('BadArgument'), 'bad_request', /report/],
  [400, error('SomethingNew'), 'bad_request', /report/],
  [400, error('InvalidBotApiHost'), 'wrong_service_url', /gcc/],
  [401, aadsts(7000215), 'wrong_secret', /value of the secret/],
  [401, aadsts(7000216), 'wrong_secret', /value of the secret/],
  [401, aadsts(7000222), 'expired_secret', /new one/],
  [400, aadsts(700016), 'unknown_app', /client ID and tenant ID/],
  [400, aadsts(7000229), 'unknown_app', /client ID and tenant ID/],
  [401, aadsts(7000112), 'app_disabled', /Enterprise applications/],
  [400, aadsts(90002), 'unknown_tenant', /tenant ID/],
  [400, aadsts(900023), 'unknown_tenant', /tenant ID/],
  [400, aadsts(500011), 'wrong_cloud', /same cloud/],
  [400, aadsts(53003), 'blocked_by_policy', /Conditional Access/],
  [400, aadsts(1234567), 'aadsts_1234567', /error\?code=1234567/],
];

describe('a refusal', () => {
  it.each(REFUSALS)('HTTP %d %j is %s', async (status, body, code, hint) => {
    const seen = await posted(json(status, body));
    expect(seen).toMatchObject({
      kind: 'rejected',
      problem: { code: `teams.${code}`, hint: expect.stringMatching(hint) },
    });
  });

  it.each([
    [401, '<html>Proxy</html>'],
    [404, '<!doctype html>'],
    [200, '<html>Sign in</html>'],
    [200, '{"token_type":"Bearer"}'],
    [201, '{}'],
    [201, ''],
    [201, '[]'],
    [201, JSON.stringify({ activityId: '1', pad: 'x'.repeat(1_000_000) })],
    [418, ''],
  ])('HTTP %d %.40s is not one of Teams', async (status, body) =>
    expect(await posted(answer(status, body))).toMatchObject({
      kind: 'rejected',
      problem: { code: 'teams.unexpected_answer', hint: expect.stringMatching(/service URL/) },
    }),
  );

  it.each([
    [429, error('Throttled')],
    [412, error('PreconditionFailed')],
    [500, error('ServiceError')],
    [502, {}],
    [504, {}],
    [400, { error: 'temporarily_unavailable', error_description: 'AADSTS90033: Later.' }],
  ])('HTTP %d %j is tried again', async (status, body) =>
    expect((await posted(json(status, body))).kind).toBe('retry'),
  );

  it('waits as long as Teams asks', async () =>
    expect(await posted(json(429, {}, { 'retry-after': '9' }))).toMatchObject({ afterMs: 9000 }));

  it('is not known after a lost answer', async () =>
    expect((await posted(LOST)).kind).toBe('unknown'));
});

describe('no answer', () => {
  const body = fc.oneof(fc.string(), fc.json(), fc.constant('{"error":{"code":"'.repeat(5000)));
  const status = fc.constantFrom(
    0,
    100,
    200,
    201,
    202,
    204,
    302,
    400,
    401,
    403,
    404,
    412,
    429,
    503,
  );
  const answers = fc.oneof(
    fc.record({ status, headers: fc.constant({}), body }),
    fc.constant(LOST),
    fc.record({ status, headers: fc.constant({}), body: fc.constant('{"id":"a:1"}') }),
  );

  it('makes anything throw, or counts as a message without an ID', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 3 }), async (given) => {
        for (const steps of [
          bot.post(payload, { channel: CHANNEL }, 'k'),
          bot.post(payload, { person }, 'k'),
          bot.reply(payload, ref, 'k'),
          bot.update(payload, ref),
          bot.remove(ref),
          bot.whisper?.(payload, { channel: CHANNEL, person }, 'k') as never,
        ]) {
          const { result } = await taken(steps, ...given);
          if (result.kind === 'delivered') expect(result.ref?.message).toMatch(/./);
          else expect(result).toHaveProperty('problem.hint');
        }
        const { result: checked } = await taken(bot.check(), ...given);
        expect('problem' in checked || checked.name !== '').toBe(true);
      }),
    );
  });
});
