import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bot } from '../../../core/chat/dingtalk/bot';
import type { HttpAnswer } from '../../../core/http/types';
import { answer } from '../delivery/world';
import { json, LOST, taken } from './steps';

const GROUP = 'cidOnCall==';
const words = { msgKey: 'sampleMarkdown', msgParam: '{"title":"Hi","text":"Hello"}' };
const card = { cardData: { cardParamMap: { title: 'T' } }, openSpaceModel: {} };
const posted = async (given: HttpAnswer) =>
  (await taken(bot.post(words, { channel: GROUP }, 'k'), given)).result;

/** The tables of https://open.dingtalk.com/document/development/the-robot-sends-a-group-message and the pages beside it. */
const REFUSALS: readonly [code: string, named: string, hint: RegExp][] = [
  ['invalidClientIdOrSecret', 'wrong_secret', /Credentials/],
  ['invalidParameter.appKey.blank', 'wrong_secret', /Credentials/],
  ['InvalidAuthentication', 'token_refused', /base URL/],
  ['invalidParameter.token.invalid', 'token_refused', /base URL/],
  ['Forbidden.AccessDenied.AccessTokenPermissionDenied', 'missing_permission', /Permissions/],
  ['unauthorized', 'missing_permission', /Permissions/],
  ['auth.error', 'missing_permission', /Permissions/],
  ['Forbidden.AccessDenied.ApiCountLimitForOrg', 'quota_used_up', /month|calls/],
  ['Forbidden.AccessDenied.IpNotInWhiteList', 'ip_not_allowed', /public address/],
  ['invalidParameter.robotCode.auth', 'other_robot', /robot code/],
  ['not.allowed.robotCode', 'other_robot', /robot code/],
  ['invalidParameter.robotCode.notExsit', 'robot_not_in_group', /group settings/],
  ['resource.not.found', 'robot_not_in_group', /group settings/],
  ['invalidParameter.robotCode.empty', 'unknown_robot', /robot code/],
  ['invalidParameter.robotCode.invalid', 'unknown_robot', /robot code/],
  ['miss.chatbotId', 'unknown_robot', /robot code/],
  ['bot.stopped', 'robot_stopped', /Switch it on/],
  ['chatbotId.notAllow.sendOTO', 'robot_stopped', /Switch it on/],
  ['resource.unavailable', 'robot_stopped', /Switch it on/],
  ['bot.forbidden.sendMessage', 'muted', /owner/],
  ['invalid.openConversationId', 'unknown_group', /openConversationId/],
  ['miss.openConversationId', 'unknown_group', /openConversationId/],
  ['param.openSpaceIdInvalid', 'unknown_group', /openConversationId/],
  ['conversation.org.notMatch', 'other_organization', /organization/],
  ['group.disbanded', 'group_dissolved', /another group/],
  ['staffId.notExisted', 'unknown_person', /user ID/],
  ['param.userIdNotExist', 'unknown_person', /user ID/],
  ['param.templateNotExist', 'unknown_template', /github\.com\S+dingtalk-card/],
  ['param.cardTemplateIdEmpty', 'unknown_template', /github\.com\S+dingtalk-card/],
  ['param.templateUnpublished', 'template_unpublished', /publish/],
  ['invalidParameter.msgParam.tooLong', 'message_too_long', /report/],
  ['contain.unsafe.url', 'unsafe_link', /Preview/],
  ['contain.notAllowed.text', 'inappropriate_content', /Preview/],
  ['param.contentUnsafe', 'inappropriate_content', /Preview/],
  ['invalidParameter.msgKey.invalid', 'bad_request', /report/],
  ['miss.param.markdownTotext', 'bad_request', /report/],
  ['param.openDeliverModelError', 'bad_request', /report/],
  ['brand.new.error', 'brand.new.error', /server-api-error-codes/],
  ['<script>', 'refused', /server-api-error-codes/],
];

describe('a refusal', () => {
  it.each(REFUSALS)('%s is dingtalk.%s', async (code, named, hint) => {
    for (const status of [400, 403]) {
      expect(await posted(json(status, { code, message: 'x', requestid: 'r' }))).toMatchObject({
        kind: 'rejected',
        problem: { code: `dingtalk.${named}`, hint: expect.stringMatching(hint) },
      });
    }
  });

  it.each([
    ['send.too.fast', 60_000],
    ['send.byToken.tooFast', 60_000],
    ['too.many.group', 60_000],
    ['Forbidden.AccessDenied.QpsLimitForAppkeyAndApi', 1000],
    ['Forbidden.AccessDenied.QpsLimitForApi', 1000],
    ['system.busy', 3000],
  ])('%s is tried again after %d ms', async (code, afterMs) =>
    expect(await posted(json(400, { code, message: 'x' }))).toMatchObject({
      kind: 'retry',
      afterMs,
    }),
  );

  it('waits as long as the guard at the edge says', async () =>
    expect(await posted(json(200, { status: 1111, wait: 5, punish: 'deny' }))).toMatchObject({
      kind: 'retry',
      afterMs: 5000,
      problem: { code: 'dingtalk.held_at_the_edge' },
    }));

  it('names the permission where DingTalk does', async () => {
    const code = 'Forbidden.AccessDenied.AccessTokenPermissionDenied';
    const accessdenieddetail = { requiredScopes: ['Card.Instance.Write', '<b>'] };
    const { problem } = (await posted(json(403, { code, accessdenieddetail }))) as never as {
      problem: { message: string };
    };
    expect(problem.message).toBe('The app lacks a permission: Card.Instance.Write.');
  });

  it('may be none: whether it was sent, DingTalk does not know', async () => {
    expect((await posted(json(400, { code: 'unknown.send.result' }))).kind).toBe('unknown');
    expect((await posted(LOST)).kind).toBe('unknown');
  });

  it.each([
    [200, '<html>'],
    [200, '{}'],
    [200, '{"processQueryKey":""}'],
    [200, '{"accessToken":"x","expireIn":7200}'],
    [200, JSON.stringify({ processQueryKey: 'x'.repeat(1_000_000) })],
    [404, 'Not Found'],
  ])('HTTP %d %.40s is not one of DingTalk', async (status, body) =>
    expect(await posted(answer(status, body))).toMatchObject({
      kind: 'rejected',
      problem: { code: 'dingtalk.unexpected_answer', hint: expect.stringMatching(/base URL/) },
    }),
  );

  it('keeps telephone numbers and tokens to itself', async () => {
    const message = `robot 13800138000 ${'ab12'.repeat(16)}`;
    const seen = JSON.stringify(await posted(json(400, { code: 'brand.new', message })));
    expect(seen).not.toMatch(/1380013|ab12ab12/);
  });
});

describe('no answer', () => {
  const body = fc.oneof(fc.string(), fc.json(), fc.constant('[{"code":'.repeat(9000)));
  const lists = fc.record(
    {
      code: fc.anything(),
      success: fc.anything(),
      result: fc.anything(),
      processQueryKey: fc.anything(),
      failedResult: fc.anything(),
      invalidStaffIdList: fc.anything(),
    },
    { requiredKeys: [] },
  );
  const given = fc.oneof(
    body,
    lists.map(
      (value) => JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? 0 : one)) ?? '',
    ),
  );
  const status = fc.constantFrom(0, 200, 204, 302, 400, 403, 404, 429, 500);
  const answers = fc.oneof(
    fc.record({ status, headers: fc.constant({}), body: given }),
    fc.constant(LOST),
    fc.constant(json(400, { code: 'param.cardAlreadyExist' })),
  );
  const ref = { chat: 'dingtalk', channel: GROUP, message: 'k' };

  it('makes anything throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { minLength: 1, maxLength: 3 }), async (all) => {
        for (const steps of [
          bot.post(card, { channel: GROUP }, 'k'),
          bot.post(words, { person: 'ada' }, 'k'),
          bot.reply(card, ref, 'k'),
          bot.update(card, ref),
          bot.remove({ ...ref, message: 'robot:k' }),
          bot.whisper?.(words, { channel: GROUP, person: 'ada' }, 'k') as never,
        ]) {
          const { result } = await taken(steps, ...all);
          expect(
            result.kind === 'delivered' ? result.ref?.message : 'problem' in result,
          ).toBeTruthy();
        }
        const { result: checked } = await taken(bot.check(), ...all);
        expect('problem' in checked || checked.name !== '').toBe(true);
      }),
    );
  });
});
