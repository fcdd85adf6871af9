import { describe, expect, it } from '@jest/globals';
import { postJson, runSandbox } from './running';

const BURST = 5;

describe('the rate window', () => {
  it('lets a burst pass and then answers 429 with the seconds to wait', async () => {
    const sandbox = await runSandbox({ rateWindowScale: 100 });
    const hook = sandbox.hook('#ops-alerts');
    for (let sent = 0; sent < BURST; sent += 1) {
      expect((await postJson(hook, { text: 'a' })).text).toBe('ok');
    }
    const reply = await postJson(hook, { text: 'a' });
    expect([reply.status, reply.text]).toEqual([429, 'rate_limited']);
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(1);
    expect(Number(reply.headers.get('retry-after'))).toBeLessThanOrEqual(100);
    expect(await sandbox.messages()).toHaveLength(BURST);
  });

  it('is one per channel, is not used up by refused messages, and is cleared by a reset', async () => {
    const sandbox = await runSandbox({ rateWindowScale: 100 });
    const hook = sandbox.hook('#ops-alerts');
    for (let sent = 0; sent < 2 * BURST; sent += 1) await postJson(hook, {});
    for (let sent = 0; sent < BURST; sent += 1) await postJson(hook, { text: 'a' });
    expect((await postJson(sandbox.hook('#platform'), { text: 'a' })).text).toBe('ok');
    expect((await postJson(hook, { text: 'a' })).text).toBe('rate_limited');
    await sandbox.post('/inspect/reset');
    expect((await postJson(hook, { text: 'a' })).text).toBe('ok');
  });

  it('is open at once when its scale is 0', async () => {
    const sandbox = await runSandbox({ rateWindowScale: 0 });
    for (let sent = 0; sent < 4 * BURST; sent += 1) {
      expect((await postJson(sandbox.hook('#platform'), { text: 'a' })).text).toBe('ok');
    }
  });
});
