import { describe, expect, it } from '@jest/globals';
import { authenticate } from '../../../core/chat/slack/auth';
import { address } from '../../../core/chat/slack/inbound/address';
import { answer } from '../delivery/world';
import { HOSTILE_TEXTS } from './hostile-text';
import { textFlaws } from './slack-rules';
import { json, LOST } from './steps';

const CREDENTIAL = { accessToken: 'xoxb-1-abcdef' };

describe('an address for an answer', () => {
  it.each([
    ['https://hooks.slack.com/actions/T0/1/abc', true],
    ['https://hooks.slack-gov.com/actions/T0/1/abc', true],
    ['https://HOOKS.slack.com/actions/T0/1/abc', true],
    ['http://hooks.slack.com/actions/T0/1/abc', false],
    ['https://hooks.slack.com:8443/x', false],
    ['https://hooks.slack.com.evil.example/x', false],
    ['https://evil.example/hooks.slack.com', false],
    ['https://hooks.slack.com@evil.example/x', false],
    ['https://user@hooks.slack.com/x', false],
    ['https://slack.com/x', false],
    ['https://evil-hooks.slack.com/x', false],
    ['file:///etc/passwd', false],
    ['//hooks.slack.com/x', false],
    [`https://hooks.slack.com/${'x'.repeat(600)}`, false],
    ['', false],
  ])('%s: %s', (url, good) => {
    expect(address.accepts(url, CREDENTIAL)).toBe(good);
  });

  it('may be where the API of the credential is, and nowhere beside it', () => {
    const credential = { ...CREDENTIAL, baseUrl: 'http://127.0.0.1:8080/slack/api' };
    expect(address.accepts('http://127.0.0.1:8080/slack/actions/1', credential)).toBe(true);
    expect(address.accepts('http://127.0.0.1:8081/slack/actions/1', credential)).toBe(false);
    expect(address.accepts('http://127.0.0.1:8080/x', { ...credential, baseUrl: '' })).toBe(false);
  });

  it('gets no token', () => {
    const request = address.request('https://hooks.slack.com/actions/1', 'Done.');
    expect(authenticate(request, CREDENTIAL)).toEqual(request);
    expect(JSON.stringify(request)).not.toContain('xoxb');
    expect(JSON.parse(request.body ?? '')).toEqual({
      response_type: 'ephemeral',
      replace_original: false,
      text: 'Done.',
    });
  });

  it.each(HOSTILE_TEXTS.map((text) => [text]))('is told words only: %j', (text) => {
    const { body = '' } = address.request('https://hooks.slack.com/actions/1', text);
    expect(textFlaws('text', JSON.parse(body).text)).toEqual([]);
  });

  it.each([
    ['ok', answer(200, 'ok'), 'delivered', undefined],
    ['ok as JSON', json(200, { ok: true }), 'delivered', undefined],
    ['used up', json(404, { ok: false, error: 'used_url' }), 'rejected', 'slack.answer_too_late'],
    ['a page', answer(200, '<html>'), 'rejected', 'slack.unexpected_answer'],
    ['too many', answer(429, '', { 'retry-after': '7' }), 'retry', 'delivery.rate_limited'],
    ['trouble', answer(502, ''), 'retry', 'http.server_error'],
    ['lost', LOST, 'unknown', 'http.answer_lost'],
  ] as const)('answers: %s', (_, given, kind, code) => {
    const outcome = address.outcome(given, 0);
    expect(outcome.kind).toBe(kind);
    expect('problem' in outcome ? outcome.problem.code : undefined).toBe(code);
  });
});
