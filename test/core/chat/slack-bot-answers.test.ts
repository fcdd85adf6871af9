import { describe, expect, it } from '@jest/globals';
import { bot } from '../../../core/chat/slack/bot';
import { answer } from '../delivery/world';
import { json, LOST, taken } from './steps';

const ref = { chat: 'slack', channel: 'C01', message: '1700000000.000100' };
const no = (error: string, more = {}, status = 200, headers = {}) =>
  json(status, { ok: false, error, ...more }, headers);
const post = (...answers: Parameters<typeof taken>[1][]) =>
  taken(bot.post({ text: 'x' }, { channel: 'C01' }, 'k'), ...answers);
const update = (...answers: Parameters<typeof taken>[1][]) =>
  taken(bot.update({ text: 'x' }, ref), ...answers);

/** https://docs.slack.dev/reference/methods/chat.postMessage and those beside it. */
const ERRORS: readonly [word: string, hint: RegExp][] = [
  ['account_inactive', /install the app/],
  ['channel_not_found', /invite/],
  ['ekm_access_denied', /admin/],
  ['invalid_auth', /Bot User OAuth Token/],
  ['invalid_blocks', /report/],
  ['is_archived', /Unarchive/],
  ['is_inactive', /Unarchive/],
  ['messages_tab_disabled', /Messages Tab/],
  ['msg_blocks_too_long', /report/],
  ['msg_too_long', /report/],
  ['no_text', /report/],
  ['not_allowed_token_type', /Bot User OAuth Token/],
  ['not_authed', /proxy/],
  ['restricted_action', /admin/],
  ['restricted_action_read_only_channel', /admin/],
  ['token_expired', /Rotation/],
  ['token_revoked', /install the app/],
  ['too_many_attachments', /report/],
  ['unknown_method', /base URL/],
  ['user_not_in_channel', /directly/],
];

describe('an answer', () => {
  it.each(ERRORS)('%s says what to do', async (word, hint) => {
    const { result } = await post(no(word));
    expect(result).toMatchObject({ kind: 'rejected', problem: { code: `slack.${word}` } });
    expect('problem' in result && result.problem.hint).toMatch(hint);
  });

  it.each([
    'message_not_found',
    'thread_not_found',
    'cant_update_message',
    'cant_delete_message',
    'edit_window_closed',
  ])('%s: the message is gone', async (word) => {
    const { result } = await update(no(word));
    expect(result).toMatchObject({ kind: 'gone', problem: { code: `slack.${word}` } });
  });

  it('names the scope that is missing', async () => {
    const { result } = await post(no('missing_scope', { needed: 'chat:write,chat:write.public' }));
    expect(result).toMatchObject({
      kind: 'rejected',
      problem: {
        code: 'slack.missing_scope',
        message: 'The Slack app lacks a scope: chat:write, chat:write.public.',
        hint: expect.stringContaining('install the app'),
      },
    });
    const odd = await post(no('missing_scope', { needed: '<script>' }));
    expect(JSON.stringify(odd.result)).not.toContain('script');
  });

  it.each(['service_unavailable', 'request_timeout', 'team_added_to_org'])(
    '%s is tried again',
    async (word) => expect((await post(no(word))).result.kind).toBe('retry'),
  );

  it.each(['ratelimited', 'rate_limited'])('%s waits, with any status', async (word) => {
    for (const status of [200, 429]) {
      const { result } = await post(no(word, {}, status, { 'retry-after': '7' }));
      expect(result).toMatchObject({
        kind: 'retry',
        afterMs: 7000,
        problem: { code: 'delivery.rate_limited' },
      });
    }
  });

  it('a word nobody knows keeps its name', async () => {
    for (const word of ['brand_new_error', 'constructor', 'has_own_property']) {
      const { result } = await post(no(word));
      expect(result).toMatchObject({ kind: 'rejected', problem: { code: `slack.${word}` } });
    }
  });

  it('that is lost leaves everything open; one that was not sent does not', async () => {
    expect((await post(LOST)).result.kind).toBe('unknown');
    const unsent = { failed: 'not-sent', code: 'ENOTFOUND' } as const;
    expect((await post(unsent)).result).toMatchObject({
      kind: 'retry',
      problem: { code: 'http.not_sent' },
    });
  });

  it.each([
    [200, '<html>Sign in</html>', 'slack.unexpected_answer'],
    [200, '{"ok":"true"}', 'slack.unexpected_answer'],
    [201, '{"ok":true,"channel":"C1","ts":"1.1"}', 'slack.unexpected_answer'],
    [200, '{"ok":false,"error":"Not a word!"}', 'slack.unexpected_answer'],
    [302, '', 'http.redirected'],
    [503, '<html>', 'http.server_error'],
  ])('%d %s is none of Slack’s', async (status, body, code) => {
    expect((await post(answer(status, body))).result).toMatchObject({ problem: { code } });
  });
});

describe('the check', () => {
  const me = { ok: true, user: 'alertwire', team: 'Acme' };
  const ALL =
    'chat:write,channels:join,channels:read,groups:read,users:read,users:read.email,channels:history,groups:history';
  const check = async (scopes?: string) =>
    (
      await taken(
        bot.check(),
        json(200, me, scopes === undefined ? {} : { 'x-oauth-scopes': scopes }),
      )
    ).result;

  it('says who the bot is', async () => {
    expect(await check(ALL)).toEqual({ name: 'alertwire · Acme' });
    expect(await check()).toEqual({ name: 'alertwire · Acme' });
  });

  it('names what the app does without', async () => {
    const result = await check(ALL.replace('groups:read,', '').replace(',users:read.email', ''));
    expect(result).toEqual({
      name: 'alertwire · Acme',
      unproven:
        'Scopes the app does without: groups:read (listing private channels), users:read.email (finding people by their e-mail address).',
    });
    expect(await check(ALL.replace('channels:join', 'chat:write.public'))).not.toHaveProperty(
      'unproven',
    );
  });

  it('finds that it may not post, or that the token is none', async () => {
    expect(await check('channels:read,chat:write.public')).toMatchObject({
      problem: { code: 'slack.missing_scope', message: expect.stringContaining('chat:write.') },
    });
    const { result } = await taken(bot.check(), no('invalid_auth'));
    expect(result).toMatchObject({ problem: { code: 'slack.invalid_auth' } });
  });
});
