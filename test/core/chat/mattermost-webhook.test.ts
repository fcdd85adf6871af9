import { describe, expect, it } from '@jest/globals';
import { webhook } from '../../../core/chat/mattermost/webhook';
import type { HttpAnswer } from '../../../core/http/types';
import { answer } from '../delivery/world';

const NOW = Date.UTC(2026, 2, 1);
const KEY = 'k8hrsecrethookid9abcdefghi';
const outcome = (given: HttpAnswer) => webhook.outcome(given, NOW);
const problemOf = (given: HttpAnswer) => {
  const seen = outcome(given);
  return 'problem' in seen ? seen.problem : undefined;
};

/** As the server answers; its message holds the key of the webhook. */
const refused = (status: number, id: string) =>
  answer(
    status,
    JSON.stringify({
      id,
      message: `Failed to handle the payload of media type application/json for incoming webhook ${KEY}.`,
      detailed_error: '',
      request_id: 'bfczcwhujidxfeckdxneircyea',
      status_code: status,
    }),
  );
const GENERAL = 'web.incoming_webhook.general.app_error';

/** https://github.com/mattermost/mattermost/blob/master/server/channels/app/webhook.go */
const ERRORS: readonly [status: number, id: string, code: string, hint: RegExp][] = [
  [400, GENERAL, 'refused', /new webhook/],
  [403, GENERAL, 'forbidden', /locked/],
  [404, GENERAL, 'channel', /address bar/],
  [413, GENERAL, 'too_large', /Payload/],
  [501, GENERAL, 'disabled', /admin/],
  [400, 'web.incoming_webhook.invalid.app_error', 'invalid', /new webhook/],
  [400, 'web.incoming_webhook.text.app_error', 'text', /report/],
  [400, 'web.incoming_webhook.user.app_error', 'user', /username/],
  [400, 'web.incoming_webhook.decode.app_error', 'decode', /report/],
  [400, 'web.incoming_webhook.parse.app_error', 'parse', /report/],
  [400, 'web.incoming_webhook.split_props_length.app_error', 'split_props_length', /report/],
  [400, 'model.incoming_hook.parse_data.app_error', 'decode', /report/],
  [403, 'web.incoming_webhook.channel_locked.app_error', 'channel_locked', /unlock/],
  [403, 'web.incoming_webhook.permissions.app_error', 'permissions', /owner/],
  [404, 'web.incoming_webhook.channel.app_error', 'channel', /address bar/],
  [404, 'app.channel.get.existing.app_error', 'channel', /deleted/],
  [501, 'web.incoming_webhook.disabled.app_error', 'disabled', /admin/],
  [400, 'web.incoming_webhook.brand_new.app_error', 'brand_new', /server log/],
];

describe('the answer', () => {
  it('ok is success, and nothing else is', () => {
    expect(outcome(answer(200, 'ok'))).toEqual({ kind: 'delivered' });
    for (const body of ['', 'OK', 'ok\n', '"ok"', '{"status":"OK"}', '<html>ok</html>']) {
      expect(outcome(answer(200, body))).toMatchObject({
        kind: 'rejected',
        problem: { code: 'mattermost.unexpected_answer', hint: expect.stringContaining('proxy') },
      });
    }
  });

  it.each(ERRORS)('HTTP %d %s says what to do', (status, id, code, hint) => {
    expect(outcome(refused(status, id))).toMatchObject({
      kind: 'rejected',
      problem: { code: `mattermost.${code}`, hint: expect.stringMatching(hint) },
    });
  });

  it('never shows the key that the server’s own words hold', () => {
    for (const status of [400, 403, 404, 413, 418, 500, 501, 503]) {
      for (const id of [GENERAL, 'something.else', 'web.incoming_webhook.text.app_error']) {
        const { message, hint } = problemOf(refused(status, id)) ?? {};
        expect(`${message} ${hint}`).not.toContain(KEY);
      }
    }
  });

  it('a post that could not be made is tried again, and says what it may be', () => {
    for (const id of [GENERAL, 'api.post.create_webhook_post.creating.app_error']) {
      expect(outcome(refused(500, id))).toMatchObject({
        kind: 'retry',
        problem: { code: 'http.server_error', hint: expect.stringContaining('archived') },
      });
    }
  });

  it('switched off is no trouble that passes, a proxy’s 501 may be', () => {
    expect(outcome(refused(501, GENERAL)).kind).toBe('rejected');
    expect(outcome(answer(501, '<html>')).kind).toBe('retry');
  });

  it.each([
    [{ 'retry-after': '7' }, 7000],
    [{ 'x-ratelimit-reset': '3' }, 3000],
    [{ 'retry-after': '2', 'x-ratelimit-reset': '9' }, 2000],
    [{ 'x-ratelimit-reset': '1772323200' }, 1000],
    [{}, 1000],
  ])('a full limit %j waits %d ms', (headers, afterMs) => {
    expect(
      outcome(answer(429, 'limit exceeded\n', headers as Record<string, string>)),
    ).toMatchObject({
      kind: 'retry',
      afterMs,
      problem: { code: 'delivery.rate_limited' },
    });
  });
});

describe('the probe', () => {
  const { probe } = webhook;

  it('names a channel that cannot exist: names are small letters, digits, - and _', () => {
    const { channel, text } = JSON.parse(probe?.request().body ?? '{}');
    expect(channel).not.toMatch(/^[@#]|^[a-z0-9_-]*$/);
    expect(text).not.toBe('');
  });

  it('a missing channel proves the webhook, which is looked up before', () => {
    expect(probe?.judge(refused(404, GENERAL))).toBeUndefined();
    expect(probe?.judge(refused(404, 'web.incoming_webhook.channel.app_error'))).toBeUndefined();
  });

  it.each([
    [400, GENERAL, 'refused'],
    [400, 'web.incoming_webhook.invalid.app_error', 'invalid'],
    [400, 'web.incoming_webhook.text.app_error', 'text'],
    [501, GENERAL, 'disabled'],
    [404, 'api.context.404.app_error', 'not_found'],
  ])('%d %s does not', (status, id, code) =>
    expect(probe?.judge(refused(status, id))?.code).toBe(`mattermost.${code}`),
  );

  it('a missing page, a login page, ok or silence does not either', () => {
    expect(probe?.judge(answer(404, '404 page not found'))?.code).toBe('mattermost.not_found');
    for (const given of [answer(200, '<html>'), answer(200, 'ok')])
      expect(probe?.judge(given)?.code).toBe('mattermost.unexpected_answer');
    expect(probe?.judge({ failed: 'not-sent', code: 'ENOTFOUND' })?.code).toBe('http.not_sent');
  });
});

describe('the address', () => {
  const id = 'a1b2c3d4e5f6g7h8i9j0k1l2m3';

  it.each([
    `https://chat.example.com/hooks/${id}`,
    ` https://chat.example.com/hooks/${id}\n`,
    `https://example.com/mattermost/hooks/${id}`,
    `http://10.0.0.7:8065/hooks/${id}`,
    `http://127.0.0.1:4400/mattermost/hooks/${id}`,
  ])('may be %s', (url) => expect(webhook.checkCredential({ webhookUrl: url })).toBeUndefined());

  it.each([
    ['', /web address/],
    [`chat.example.com/hooks/${id}`, /web address/],
    [`ftp://chat.example.com/hooks/${id}`, /web address/],
    ['https://chat.example.com/hooks/', /not complete/],
    [`https://chat.example.com/hooks/${id.slice(1)}`, /not complete/],
    [`https://chat.example.com/hooks/${id}x`, /not complete/],
    [`https://chat.example.com/hooks/${id.toUpperCase()}`, /not complete/],
    [`https://chat.example.com/hooks/${id}/`, /not complete/],
    [`https://chat.example.com/hooks/commands/${id}`, /not complete/],
    ['https://chat.example.com/acme/channels/town-square', /page of the site/],
    ['https://chat.example.com/acme/integrations/incoming_webhooks', /page of the site/],
    ['https://hooks.slack.com/services/T0/B0/x', /Slack/],
  ])('is not %j', (url, message) => {
    const problem = webhook.checkCredential({ webhookUrl: url });
    expect(problem?.message).toMatch(message);
    expect(problem?.hint).toContain('/hooks/');
  });
});
