import { describe, expect, it } from '@jest/globals';
import { type RateRule, RateWindow } from '../judging/rate-window';
import { postJson, runSandbox } from './running';

const BURST = 5;

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A window whose clock the test moves. */
function windowOf(rule: RateRule, rateWindowScale = 1) {
  let now = Date.UTC(2026, 10, 21);
  const window = new RateWindow(rule, { rateWindowScale, now: () => now });
  const wait = (name: string) => window.enter(name)?.waitMilliseconds ?? 0;
  return {
    waits: (count: number, name = 'robot') => Array.from({ length: count }, () => wait(name)),
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

describe('a rule of so many messages in a window', () => {
  const rule = { words: '3 a minute', places: 3, milliseconds: MINUTE };

  it('counts the messages of every window of that length', () => {
    const { waits, pass } = windowOf(rule);
    expect(waits(1)).toEqual([0]);
    pass(50 * SECOND);
    expect(waits(3)).toEqual([0, 0, 10 * SECOND]);
    pass(10 * SECOND);
    expect(waits(2)).toEqual([0, 50 * SECOND]);
  });

  it('counts every name by itself, and nothing where it is switched off', () => {
    const { waits } = windowOf(rule);
    expect([waits(4), waits(1, 'another')]).toEqual([[0, 0, 0, MINUTE], [0]]);
    expect(windowOf(rule, 0).waits(9)).toEqual(Array(9).fill(0));
  });

  it('may open its places one by one', () => {
    const { waits, pass } = windowOf({ ...rule, milliseconds: SECOND, oneByOne: true });
    expect(waits(4)).toEqual([0, 0, 0, SECOND]);
    pass(SECOND);
    expect(waits(2)).toEqual([0, SECOND]);
    pass(3 * SECOND);
    expect(waits(4)).toEqual([0, 0, 0, SECOND]);
  });

  it('may block for a time of its own, which further messages do not extend', () => {
    const { waits, pass } = windowOf({ ...rule, blockMilliseconds: 10 * MINUTE }, 2);
    expect(waits(4)).toEqual([0, 0, 0, 20 * MINUTE]);
    pass(MINUTE);
    expect(waits(1)).toEqual([19 * MINUTE]);
    pass(14 * MINUTE);
    expect(waits(1)).toEqual([5 * MINUTE]);
    pass(5 * MINUTE);
    expect(waits(4)).toEqual([0, 0, 0, 20 * MINUTE]);
  });
});

describe("Slack's rate window", () => {
  it('lets a burst pass and then answers 429 with the seconds to wait', async () => {
    const sandbox = await runSandbox({ rateWindowScale: 100 });
    const hook = sandbox.hook('#ops-alerts');
    for (let sent = 0; sent < BURST; sent += 1) {
      expect((await postJson(hook, { text: 'a' })).text).toBe('ok');
    }
    const reply = await postJson(hook, { text: 'a' });
    expect([reply.status, reply.text]).toEqual([429, 'rate_limited']);
    expect((await sandbox.requests()).at(-1)).toMatchObject({
      verdict: 'refused',
      code: 'rate_limited',
      status: 429,
      messageId: null,
    });
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
