import { describe, expect, it } from '@jest/globals';
import type { HttpAnswer } from '../../../core/http/types';
import { WEBHOOK_CHATS } from '../../conformance/support/webhook-chats';
import { answer } from '../delivery/world';

const NOW = Date.UTC(2026, 2, 1);
const STATUSES = Array.from({ length: 500 }, (_, index) => 100 + index);

describe.each(WEBHOOK_CHATS)('the webhook of $name', ({ id, platform, webhook, facts }) => {
  const outcome = (given: HttpAnswer) => webhook.outcome(given, NOW);
  const problemOf = (given: HttpAnswer) => {
    const seen = outcome(given);
    return 'problem' in seen ? seen.problem : undefined;
  };
  const { kind, statuses } = facts.success;
  const kindOf = (status: number) => {
    if (kind === 'accepted' && statuses.includes(status)) return kind;
    return status >= 500 || [408, 425, 429].includes(status) ? 'retry' : 'rejected';
  };

  it('knows what every status means where the words say nothing', () => {
    for (const status of STATUSES) {
      const given = answer(status, 'anything else');
      expect([status, outcome(given).kind]).toEqual([status, kindOf(status)]);
      if (kindOf(status) !== kind) expect(problemOf(given)?.hint).toMatch(/\w/);
      if (status >= 300 && status < 400)
        expect([status, problemOf(given)?.code]).toEqual([status, 'http.redirected']);
    }
  });

  it('may send again what was not sent; what was is unknown', () => {
    expect(outcome({ failed: 'not-sent', code: 'ENOTFOUND' })).toMatchObject({
      kind: 'retry',
      problem: { code: 'http.not_sent', message: expect.stringContaining('ENOTFOUND') },
    });
    expect(outcome({ failed: 'answer-lost', code: 'ECONNRESET' }).kind).toBe('unknown');
    const leak = { failed: 'not-sent', code: 'connect to https://hooks.example.com/x' } as const;
    expect(problemOf(leak)?.message).not.toContain('hooks');
  });

  it('is not proved by a login page, nor by silence', () => {
    if (!webhook.probe) return expect(kind).toBe('accepted');
    const { judge } = webhook.probe;
    expect(judge(answer(200, '<html>'))?.code).toBe(`${id}.unexpected_answer`);
    expect(judge({ failed: 'not-sent', code: 'ENOTFOUND' })?.code).toBe('http.not_sent');
  });

  it('is an address that only the credential holds', () => {
    const request = webhook.post({ text: 'x' });
    expect(request).toMatchObject({ method: 'POST', url: '', body: '{"text":"x"}' });
    const url = 'https://chat.example.com/hooks/x';
    const authenticated = platform.authenticate(request, { webhookUrl: ` ${url}\n` }, NOW);
    expect(authenticated).toEqual({ ...request, url });
    expect(platform.authenticate(request, {}, NOW).url).toBe('');
  });
});
