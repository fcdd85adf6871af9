import { describe, expect, it } from '@jest/globals';
import { postJson, runSandbox } from './running';

const message = { text: 'hello' };

describe('faults', () => {
  it('answer with a status and a body as often as asked', async () => {
    const sandbox = await runSandbox();
    const hook = sandbox.hook('#ops-alerts');
    await sandbox.post('/inspect/faults', { kind: 'status', status: 503, body: 'down', times: 2 });
    const replies = [];
    for (let sent = 0; sent < 3; sent += 1) replies.push(await postJson(hook, message));
    expect(replies.map(({ status, text }) => [status, text])).toEqual([
      [503, 'down'],
      [503, 'down'],
      [200, 'ok'],
    ]);
    expect(await sandbox.messages()).toHaveLength(1);
    expect((await sandbox.requests()).map(({ verdict }) => verdict)).toEqual([
      'faulted',
      'faulted',
      'accepted',
    ]);
  });

  it.each([
    ['120', '120'],
    [7, '7'],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
    ['soon', 'soon'],
    [undefined, '30'],
  ])('limit the rate with Retry-After %p', async (retryAfter, header) => {
    const sandbox = await runSandbox();
    await sandbox.post('/inspect/faults', { kind: 'rate-limit', retryAfter });
    const reply = await postJson(sandbox.hook('#ops-alerts'), message);
    expect([reply.status, reply.text]).toEqual([429, 'rate_limited']);
    expect(reply.headers.get('retry-after')).toBe(header);
    expect(await sandbox.messages()).toEqual([]);
  });

  it('reset the connection before the message is taken', async () => {
    const sandbox = await runSandbox();
    await sandbox.post('/inspect/faults', { kind: 'reset' });
    await expect(postJson(sandbox.hook('#ops-alerts'), message)).rejects.toThrow('fetch failed');
    expect(await sandbox.messages()).toEqual([]);
    expect(await sandbox.requests()).toMatchObject([
      { verdict: 'faulted', code: 'reset', status: null, messageId: null },
    ]);
  });

  it('lose the answer after the message is taken', async () => {
    const sandbox = await runSandbox();
    await sandbox.post('/inspect/faults', { kind: 'lost-answer' });
    await expect(postJson(sandbox.hook('#ops-alerts'), message)).rejects.toThrow('fetch failed');
    const [kept] = await sandbox.messages();
    expect(kept?.text).toBe('hello');
    expect(await sandbox.requests()).toMatchObject([
      { verdict: 'faulted', code: 'lost-answer', status: null, messageId: kept?.id },
    ]);
  });

  it('delay an answer, and the message counts all the same', async () => {
    const sandbox = await runSandbox();
    await sandbox.post('/inspect/faults', { kind: 'delay', delayMs: 1 });
    expect((await postJson(sandbox.hook('#ops-alerts'), message)).text).toBe('ok');
    expect(await sandbox.requests()).toMatchObject([{ verdict: 'accepted', fault: 'delay' }]);
  });

  it('hold back an answer longer than a client wants to wait', async () => {
    const sandbox = await runSandbox();
    await sandbox.post('/inspect/faults', { kind: 'delay', delayMs: 60_000 });
    const signal = AbortSignal.timeout(50);
    const init = { method: 'POST', body: '{}', signal };
    await expect(fetch(sandbox.hook('#ops-alerts'), init)).rejects.toThrow('timeout');
  });

  it('keep to the channel they were asked for', async () => {
    const sandbox = await runSandbox();
    await sandbox.post('/inspect/faults', { kind: 'status', status: 500, channel: '#platform' });
    expect((await postJson(sandbox.hook('#ops-alerts'), message)).status).toBe(200);
    expect((await postJson(sandbox.hook('#platform'), message)).status).toBe(500);
  });

  it('keep to the platform they were asked for', async () => {
    const sandbox = await runSandbox();
    await sandbox.post('/inspect/faults', { kind: 'status', platform: 'slack' });
    expect((await postJson(sandbox.hook('#ops-alerts'), message)).status).toBe(500);
  });

  it.each([
    [{ kind: 'status', platform: 'elsewhere' }, 'There is no status at elsewhere.'],
    [{ kind: 'fail-later', platform: 'slack' }, 'There is no fail-later at Slack.'],
  ])('nobody can meet are refused: %j', async (fault, sentence) => {
    const sandbox = await runSandbox();
    const reply = await sandbox.post('/inspect/faults', fault);
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.text)).toEqual({ code: 'impossible_fault', message: sentence });
    expect((await postJson(sandbox.hook('#ops-alerts'), message)).status).toBe(200);
  });

  it('can be taken back', async () => {
    const sandbox = await runSandbox();
    await sandbox.post('/inspect/faults', { kind: 'reset', times: 9 });
    expect((await sandbox.remove('/inspect/faults')).text).toBe('[]');
    expect((await postJson(sandbox.hook('#ops-alerts'), message)).text).toBe('ok');
  });

  it.each([
    [{}],
    [{ kind: 'explode' }],
    [{ kind: 'status', status: 99 }],
    [{ kind: 'delay', delayMs: -1 }],
    [{ kind: 'reset', times: 0 }],
    [{ kind: 'rate-limit', retryAfter: 'two\nlines' }],
    [{ kind: 'reset', surprise: true }],
  ])('that make no sense are refused with a sentence: %j', async (fault) => {
    const sandbox = await runSandbox();
    const reply = await sandbox.post('/inspect/faults', fault);
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.text)).toEqual({
      code: 'invalid_input',
      message: expect.stringMatching(/\.$/),
    });
  });
});
