import { describe, expect, it } from '@jest/globals';
import { bot } from '../../../core/chat/mattermost/bot';
import { answer } from '../delivery/world';
import { json, taken } from './steps';

const CHANNEL = 'channel1channel1channel1ch';
const POST = 'post1post1post1post1post1p';
const ref = { chat: 'mattermost', channel: CHANNEL, message: POST };
const no = (status: number, id: string) =>
  json(status, { id, message: 'No.', status_code: status });
const post = async (given: Parameters<typeof taken>[1]) =>
  (await taken(bot.post({ message: 'x' }, { channel: CHANNEL }, 'k'), given)).result;
const update = async (given: Parameters<typeof taken>[1]) =>
  (await taken(bot.update({ message: 'x' }, ref), given)).result;

/** https://github.com/mattermost/mattermost/blob/master/server/i18n/en.json */
const ERRORS: readonly [status: number, id: string, word: string, hint: RegExp][] = [
  [401, 'api.context.session_expired.app_error', 'session_expired', /new token/],
  [401, 'api.context.token_provided.app_error', 'session_expired', /new token/],
  [401, 'some.new.app_error', 'session_expired', /new token/],
  [401, 'api.context.mfa_required.app_error', 'mfa_required', /bot account/],
  [400, 'api.post.create_post.can_not_post_to_deleted.error', 'archived', /Unarchive/],
  [403, 'api.post.create_post.town_square_read_only', 'read_only', /admin/],
  [400, 'model.post.is_valid.message_length.app_error', 'too_long', /report/],
  [413, 'api.context.request_body_too_large.app_error', 'too_large', /Maximum Payload Size/],
  [400, 'api.context.invalid_body_param.app_error', 'bad_request', /report/],
  [501, 'license_error.feature_unavailable', 'priority', /standard/],
  [404, 'api.context.404.app_error', 'not_found', /base URL/],
  [404, 'app.team.get_by_name.missing.app_error', 'channel_not_found', /team\/channel/],
  [404, 'app.user.get_by_username.app_error', 'user_not_found', /username/],
];

describe('an answer', () => {
  it.each(ERRORS)('%d %s is %s', async (status, id, word, hint) => {
    const result = await post(no(status, id));
    expect(result).toMatchObject({ kind: 'rejected', problem: { code: `mattermost.${word}` } });
    expect('problem' in result && result.problem.hint).toMatch(hint);
  });

  it.each([
    [400, 'api.post.update_post.permissions_details.app_error', 'post_not_found'],
    [400, 'api.post.update_post.find.app_error', 'post_not_found'],
    [404, 'app.post.get.app_error', 'post_not_found'],
    [400, 'api.post.update_post.permissions_time_limit.app_error', 'edit_window_closed'],
  ])('%d %s: the message is gone', async (status, id, word) => {
    const code = `mattermost.${word}`;
    expect(await update(no(status, id))).toMatchObject({ kind: 'gone', problem: { code } });
  });

  it('a thread is gone with its first post', async () => {
    const { result } = await taken(
      bot.reply({ message: 'x' }, ref, 'k'),
      no(400, 'api.post.create_post.root_id.app_error'),
    );
    expect(result.kind).toBe('gone');
  });

  it('the same post under way, and trouble of the server, are tried again', async () => {
    for (const id of ['api.post.deduplicate_create_post.pending', 'app.post.save.app_error']) {
      expect((await post(no(500, id))).kind).toBe('retry');
    }
  });

  it.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'x-ratelimit-reset': '3' }, 3000],
    [{}, 1000],
  ])('HTTP 429 with %j waits %d ms', async (headers, afterMs) => {
    const result = await post(answer(429, 'limit exceeded', headers as Record<string, string>));
    expect(result).toMatchObject({
      kind: 'retry',
      afterMs,
      problem: { code: 'delivery.rate_limited' },
    });
  });

  it('an id nobody knows keeps its name', async () => {
    expect(await post(no(400, 'some.new_one.app_error'))).toMatchObject({
      kind: 'rejected',
      problem: { code: 'mattermost.some_new_one_app_error' },
    });
  });

  it.each([
    [200, '<html>Sign in</html>', 'mattermost.unexpected_answer'],
    [200, 'ok', 'mattermost.unexpected_answer'],
    [201, '{}', 'mattermost.unexpected_answer'],
    [201, '{"id":"short"}', 'mattermost.unexpected_answer'],
    [403, '<html>', 'mattermost.unexpected_answer'],
    [404, '<html>', 'mattermost.not_found'],
    [302, '', 'http.redirected'],
    [502, '', 'http.server_error'],
  ])('%d %s is none of Mattermost’s', async (status, body, code) => {
    expect(await post(answer(status, body))).toMatchObject({ problem: { code } });
  });
});

describe('the check', () => {
  it('says who the bot is, and what only a message shows', async () => {
    const { result } = await taken(bot.check(), json(200, { id: POST, username: 'alertwire' }));
    expect(result).toEqual({ name: '@alertwire', unproven: expect.stringContaining('Send Test') });
  });

  it('finds that the token is none, or the server', async () => {
    const expired = no(401, 'api.context.session_expired.app_error');
    expect((await taken(bot.check(), expired)).result).toMatchObject({
      problem: { code: 'mattermost.session_expired' },
    });
    expect((await taken(bot.check(), json(200, { ok: true }))).result).toMatchObject({
      problem: { code: 'mattermost.unexpected_answer' },
    });
  });
});
