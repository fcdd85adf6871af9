import { describe, expect, it } from '@jest/globals';
import { webhook } from '../../../core/chat/slack/webhook';
import type { HttpAnswer } from '../../../core/http/types';
import { answer } from '../delivery/world';

const NOW = Date.UTC(2026, 2, 1);
const outcome = (given: HttpAnswer) => webhook.outcome(given, NOW);
const problemOf = (given: HttpAnswer) => {
  const seen = outcome(given);
  return 'problem' in seen ? seen.problem : undefined;
};

/** https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
const ERRORS: readonly [status: number, word: string, hint: RegExp][] = [
  [400, 'invalid_payload', /report/],
  [400, 'no_text', /report/],
  [400, 'too_many_attachments', /report/],
  [400, 'user_not_found', /new webhook/],
  [403, 'action_prohibited', /admin/],
  [403, 'posting_to_general_channel_denied', /admin/],
  [403, 'invalid_token', /new webhook/],
  [403, 'team_disabled', /workspace/],
  [404, 'channel_not_found', /new webhook/],
  [404, 'no_active_hooks', /new webhook/],
  [404, 'no_service', /new webhook/],
  [404, 'no_service_id', /new webhook/],
  [404, 'no_team', /new webhook/],
  [410, 'channel_is_archived', /Unarchive/],
];

describe('the answer', () => {
  it('ok is success, and nothing else is', () => {
    expect(outcome(answer(200, 'ok'))).toEqual({ kind: 'delivered' });
    for (const body of [
      '',
      'OK',
      'ok\n',
      ' ok',
      '"ok"',
      '{"ok":true}',
      'no_service',
      '<html>ok</html>',
      'true',
    ]) {
      expect(outcome(answer(200, body))).toMatchObject({
        kind: 'rejected',
        problem: { code: 'slack.unexpected_answer', hint: expect.stringContaining('proxy') },
      });
    }
  });

  it.each(ERRORS)('HTTP %d %s says what to do', (status, word, hint) => {
    const seen = outcome(answer(status, word));
    expect(seen).toMatchObject({ kind: 'rejected', problem: { code: `slack.${word}` } });
    expect(problemOf(answer(status, word))?.hint).toMatch(hint);
    expect(outcome(answer(status, ` ${word}\n`))).toEqual(seen);
  });

  it('an error in JSON is an error, also with HTTP 200', () => {
    const body = '{"ok":false,"error":"no_service"}';
    for (const status of [200, 400])
      expect(problemOf(answer(status, body))?.code).toBe('slack.no_service');
  });

  it('an error nobody knows keeps its word', () => {
    expect(problemOf(answer(400, 'brand_new_error'))?.code).toBe('slack.brand_new_error');
    expect(problemOf(answer(400, 'has_own_property'))?.code).toBe('slack.has_own_property');
  });

  it('rollup_error is trouble on Slack’s side', () => {
    expect(outcome(answer(500, 'rollup_error')).kind).toBe('retry');
  });

  it.each([
    ['0', 0],
    ['1', 1000],
    ['30', 30_000],
    ['Sun, 01 Mar 2026 00:00:42 GMT', 42_000],
    ['Sun, 01 Mar 2020 00:00:42 GMT', 0],
    ['soon', 1000],
    ['', 1000],
    [undefined, 1000],
  ])('HTTP 429 with Retry-After %j waits %d ms', (value, afterMs) => {
    const headers: Record<string, string> = value === undefined ? {} : { 'retry-after': value };
    expect(outcome(answer(429, 'rate_limited', headers))).toMatchObject({
      kind: 'retry',
      afterMs,
      problem: { code: 'delivery.rate_limited' },
    });
  });

  it('is quoted shortly and without tags, addresses or tokens', () => {
    const secret = 'https://hooks.slack.com/services/T0AAA/B0BBB/abcdefghijklmnopqrstuvwx';
    const bodies = [
      `<html><head><title>Sign in</title></head><a href="${secret}">${secret}</a> ${'x '.repeat(9000)}`,
      `see /services/T0AAA/B0BBB/abcdefghijklmnopqrstuvwx and abcdefghijklmnopqrstuvwx`,
      `<`.repeat(1_000_000),
      `${'\u0000\u001b[31m'}broken \ud83d`,
    ];
    for (const body of bodies) {
      for (const status of [200, 404]) {
        const message = problemOf(answer(status, body))?.message ?? '';
        expect(message.length).toBeLessThan(200);
        expect(message).not.toMatch(/hooks|T0AAA|abcdefgh|<a/);
        expect(message.isWellFormed()).toBe(true);
      }
    }
    expect(problemOf(answer(200, bodies[0]))?.message).toContain('Sign in');
    expect(problemOf(answer(200, ''))?.message).toContain('empty');
  });
});

describe('the probe', () => {
  const { probe } = webhook;

  it('is a message Slack refuses', () => expect(probe?.request().body).toBe('{}'));

  it.each(['no_text', 'invalid_payload'])('%s proves the webhook', (word) =>
    expect(probe?.judge(answer(400, word))).toBeUndefined(),
  );

  it.each([
    [404, 'no_service'],
    [404, 'no_active_hooks'],
    [410, 'channel_is_archived'],
    [403, 'action_prohibited'],
    [403, 'team_disabled'],
  ])('%d %s does not', (status, word) =>
    expect(probe?.judge(answer(status, word))?.code).toBe(`slack.${word}`),
  );
});

describe('the address', () => {
  it.each([
    'https://hooks.slack.com/services/T0/B0/x',
    ' https://hooks.slack.com/workflows/T0/A0/1/x ',
    'https://hooks.slack-gov.com/services/T0/B0/x',
    'http://127.0.0.1:4010/slack/services/T0/B0/x',
    'https://chat-proxy.example.com/slack',
  ])('may be %s', (url) => expect(webhook.checkCredential({ webhookUrl: url })).toBeUndefined());

  it.each([
    ['', /web address/],
    ['hooks.slack.com/services/T0/B0/x', /web address/],
    ['ftp://hooks.slack.com/services/T0/B0/x', /web address/],
    ['https://', /web address/],
    ['http://hooks.slack.com/services/T0/B0/x', /not complete/],
    ['https://hooks.slack.com/', /not complete/],
    ['https://hooks.slack.com/services/T0', /not complete/],
    ['https://slack.com/app_redirect', /page of Slack/],
    ['https://api.slack.com/apps', /page of Slack/],
    ['https://acme.slack.com/archives/C1', /page of Slack/],
  ])('is not %j', (url, message) => {
    const problem = webhook.checkCredential({ webhookUrl: url });
    expect(problem?.message).toMatch(message);
    expect(problem?.hint).toContain('https://hooks.slack.com/services/');
  });
});
