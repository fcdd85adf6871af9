import { describe, expect, it } from '@jest/globals';
import { teams } from '../../../core/chat/teams/index';
import { webhook } from '../../../core/chat/teams/webhook';
import type { HttpAnswer } from '../../../core/http/types';
import { answer } from '../delivery/world';

const NOW = Date.UTC(2026, 2, 1);
const outcome = (given: HttpAnswer) => webhook.outcome(given, NOW);
const problemOf = (given: HttpAnswer) => {
  const seen = outcome(given);
  return 'problem' in seen ? seen.problem : undefined;
};
const error = (code: string, message = 'x') => JSON.stringify({ error: { code, message } });

const SIGNED =
  'triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=abc';
const ID = '0123456789abcdef0123456789abcdef';
const NEW =
  'https://default0123.4f.environment.api.powerplatform.com:443/powerautomate/automations/direct';

describe('the answer', () => {
  it('202 is taken, and never more than that', () => {
    expect(outcome(answer(202, ''))).toEqual({
      kind: 'accepted',
      reason: expect.stringContaining('run history'),
    });
    expect(outcome(answer(200, '{"ok":true}')).kind).toBe('accepted');
    expect(outcome(answer(200, '')).kind).toBe('accepted');
  });

  it.each([
    [200, '<html>Sign in</html>'],
    [202, ' <!doctype html>'],
    [200, '{"error":{"code":"Unauthorized"}}'],
    [201, ''],
    [204, ''],
  ])('HTTP %d %s is not', (status, body) =>
    expect(outcome(answer(status, body)).kind).toBe('rejected'),
  );

  it.each([
    [400, 'TriggerInputSchemaMismatch', /template/],
    [400, 'InvalidRequestContent', /report/],
    [400, 'WorkflowTriggerIsNotEnabled', /Switch the flow on/],
    [401, 'DirectApiAuthorizationRequired', /Anyone/],
    [401, 'AuthorizationFailed', /Copy the whole URL/],
    [404, 'WorkflowNotFound', /Create the workflow again/],
    [404, 'WorkflowTriggerNotFound', /Create the workflow again/],
    [413, 'RequestEntityTooLarge', /report/],
  ])('HTTP %d %s says what to do', (status, code, hint) => {
    const seen = outcome(answer(status, error(code)));
    expect(seen).toMatchObject({ kind: 'rejected', problem: { code: `teams.${code}` } });
    expect(problemOf(answer(status, error(code)))?.hint).toMatch(hint);
  });

  it.each([
    [400, 'teams.bad_request'],
    [401, 'teams.unauthorized'],
    [403, 'teams.forbidden'],
    [404, 'teams.flow_not_found'],
    [410, 'teams.flow_not_found'],
    [413, 'teams.too_large'],
    [418, 'teams.unexpected_answer'],
  ])('HTTP %d without a code is %s', (status, code) =>
    expect(problemOf(answer(status, 'anything'))?.code).toBe(code),
  );

  it('a code nobody knows keeps its word, and the advice of its status', () => {
    const seen = problemOf(answer(404, error('BrandNewError')));
    expect(seen).toMatchObject({
      code: 'teams.BrandNewError',
      hint: expect.stringMatching(/Create/),
    });
    expect(problemOf(answer(418, error('constructor')))?.code).toBe('teams.constructor');
  });

  it('a flow that ran and did not answer is not run again', () => {
    expect(outcome(answer(502, error('NoResponse')))).toMatchObject({
      kind: 'unknown',
      problem: { code: 'teams.NoResponse' },
    });
  });

  it('HTTP 429 waits as long as it is asked', () => {
    expect(outcome(answer(429, error('TooManyRequests'), { 'retry-after': '9' }))).toMatchObject({
      kind: 'retry',
      afterMs: 9000,
    });
  });

  it('is quoted shortly and without tags, addresses or tokens', () => {
    const url = `${NEW}/workflows/${ID}/${SIGNED}${'x'.repeat(40)}`;
    for (const body of [
      `<a href="${url}">${url}</a>${'x '.repeat(9000)}`,
      error(url),
      `{"sig":"${url}"}`,
    ]) {
      for (const status of [200, 404, 418]) {
        const { message = '', hint = '', code = '' } = problemOf(answer(status, body)) ?? {};
        expect(message.length).toBeLessThan(250);
        expect(`${code} ${message} ${hint}`).not.toMatch(/xxxx|0123456789abcdef|powerplatform/);
      }
    }
  });
});

describe('the address', () => {
  it.each([
    `${NEW}/workflows/${ID}/${SIGNED}`,
    ` https://prod-01.westeurope.logic.azure.com:443/workflows/${ID}/${SIGNED} `,
    `https://prod-01.usgovvirginia.logic.azure.us/workflows/${ID}/${SIGNED}`,
    `https://prod-01.chinaeast2.logic.azure.cn/workflows/${ID}/${SIGNED}`,
    `https://x.b.environment.api.gov.powerplatform.microsoft.us/powerautomate/automations/direct/workflows/${ID}/${SIGNED}`,
    `https://x.environment.api.powerplatform.partner.microsoftonline.cn/powerautomate/automations/direct/workflows/${ID}/${SIGNED}`,
    `http://127.0.0.1:4400/teams/workflows/${ID}/${SIGNED}`,
    'https://chat-proxy.example.com/teams',
  ])('may be %s', (url) => expect(webhook.checkCredential({ webhookUrl: url })).toBeUndefined());

  it.each([
    'https://acme.webhook.office.com/webhookb2/a@b/IncomingWebhook/c/d',
    'https://outlook.office.com/webhook/a@b/IncomingWebhook/c/d',
    'https://outlook.office365.com/webhook/a@b/IncomingWebhook/c/d',
  ])('is not a retired %s', (webhookUrl) => {
    const problem = webhook.checkCredential({ webhookUrl });
    expect(problem?.code).toBe('teams.retired_webhook');
    expect(problem?.hint).toContain('Workflows');
  });

  it.each([
    ['', 'teams.bad_webhook_url', /web address/],
    ['ftp://prod-01.westeurope.logic.azure.com/x', 'teams.bad_webhook_url', /web address/],
    [`${NEW}/workflows/${ID}/`, 'teams.bad_webhook_url', /not complete/],
    [
      `${NEW.replace('https', 'http')}/workflows/${ID}/${SIGNED}`,
      'teams.bad_webhook_url',
      /not complete/,
    ],
    ['https://prod-01.westeurope.logic.azure.com/', 'teams.bad_webhook_url', /not complete/],
    ['https://teams.microsoft.com/l/channel/19%3a', 'teams.bad_webhook_url', /page/],
    ['https://teams.cloud.microsoft/', 'teams.bad_webhook_url', /page/],
    ['https://make.powerautomate.com/environments/x/flows/y', 'teams.bad_webhook_url', /page/],
    [
      `${NEW}/workflows/${ID}/triggers/manual/paths/invoke?api-version=1`,
      'teams.unsigned_url',
      /sig/,
    ],
    [`${NEW}/workflows/${ID}/${SIGNED.replace('sig=abc', 'sig=')}`, 'teams.unsigned_url', /sig/],
    [`${NEW}/workflows/${ID}/${SIGNED.replace('&sig', '&amp;sig')}`, 'teams.unsigned_url', /sig/],
    [`http://127.0.0.1/workflows/${ID}/triggers/manual/paths/invoke`, 'teams.unsigned_url', /sig/],
  ])('is not %j', (webhookUrl, code, message) => {
    expect(webhook.checkCredential({ webhookUrl })).toMatchObject({
      code,
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/\w+ \w+/),
    });
  });

  it('is not proved by a request: whatever a workflow takes makes it run', () =>
    expect(webhook.probe).toBeUndefined());
});

describe('the extra header', () => {
  const webhookUrl = `${NEW}/workflows/${ID}/${SIGNED}`;
  const request = webhook.post({ type: 'message' });

  it('is sent beside what the request has', () => {
    const credential = { webhookUrl, headerName: ' X-Alertwire ', headerValue: 'let me in' };
    expect(webhook.checkCredential(credential)).toBeUndefined();
    expect(teams.authenticate(request, credential, 0)).toEqual({
      ...request,
      url: webhookUrl,
      headers: { 'content-type': 'application/json; charset=UTF-8', 'x-alertwire': 'let me in' },
    });
  });

  it('is left out where there is none', () => {
    const credential = { webhookUrl: ` ${webhookUrl}\n`, headerName: '', headerValue: '' };
    expect(webhook.checkCredential(credential)).toBeUndefined();
    expect(teams.authenticate(request, credential, 0)).toEqual({ ...request, url: webhookUrl });
    expect(teams.authenticate(request, {}, 0).url).toBe('');
  });

  it.each([
    ['X-Key', ''],
    ['', 'secret'],
    ['X Key', 'secret'],
    ['X-Key', 'a\r\nHost: x'],
    ['Content-Type', 'text/plain'],
    ['Host', 'x'],
    ['Authorization', 'Bearer x'],
    ['X-Key', 'ключ'],
  ])('is not %j: %j', (headerName, headerValue) =>
    expect(webhook.checkCredential({ webhookUrl, headerName, headerValue })?.code).toBe(
      'teams.bad_header',
    ),
  );
});
