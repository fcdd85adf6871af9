import { describe, expect, it } from '@jest/globals';
import { stateOf } from '../core/card/alerts';
import { useSandbox } from './support/sandbox';
import { senderTo } from './support/sender';
import { useNodeRedHttp } from './support/transports';
import { WEBHOOK_CHATS } from './support/webhook-chats';

const LONGEST_WAIT_MS = 30_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 2, 1, 2, 12);

const sandbox = useSandbox();
const http = useNodeRedHttp();

/** What a `Retry-After` asks for, in ms; undefined where it says nothing. */
const ASKED: readonly [value: string | undefined, ms: number | undefined][] = [
  ['7', 7000],
  ['1.5', 1500],
  [' 20 ', 20_000],
  ['0', 0],
  ['-5', 0],
  ['99999999999', DAY_MS],
  [new Date(NOW + 90_000).toUTCString(), 90_000],
  [new Date(NOW - 90_000).toUTCString(), 0],
  [new Date(NOW + 10 * DAY_MS).toUTCString(), DAY_MS],
  [undefined, undefined],
  ['', undefined],
  ['soon', undefined],
  ['1e9', undefined],
  ['7, 8', undefined],
  ['2026-03-01T02:13:30Z', undefined],
];

describe.each(WEBHOOK_CHATS)('$name by webhook', (chat) => {
  const { id, facts, webhook } = chat;
  const sender = () => senderTo(chat, sandbox.open(id), http);
  const tooMany = (retryAfter?: string) => {
    const headers: Record<string, string> =
      retryAfter === undefined ? {} : { 'retry-after': retryAfter };
    return webhook.outcome({ status: 429, headers, body: '' }, NOW);
  };

  it.each(ASKED)('reads the header Retry-After: %p', (value, ms) => {
    const outcome = tooMany(value);
    expect(outcome).toMatchObject({ kind: 'retry', problem: { code: 'delivery.rate_limited' } });
    const { afterMs } = outcome as { afterMs?: number };
    if (ms === undefined) expect(afterMs).toBeGreaterThanOrEqual(1000);
    else expect(afterMs).toBe(ms);
  });

  it.each(ASKED)('never posts before it is asked to, nor at once: %p', async (value) => {
    const aboutNow = value?.endsWith('GMT')
      ? new Date(Date.now() + Date.parse(value) - NOW).toUTCString()
      : value;
    await sandbox.fault({
      kind: 'status',
      status: 429,
      ...(aboutNow !== undefined && { retryAfter: aboutNow }),
    });
    const { receipt, slept } = await sender().alert(stateOf());
    if (receipt.receipt === 'posted') {
      expect(receipt.attempts).toBe(2);
      expect(slept).toBeGreaterThanOrEqual(1000);
      expect(slept).toBeLessThanOrEqual(LONGEST_WAIT_MS);
      expect(await sandbox.messages()).toHaveLength(1);
      return;
    }
    expect(receipt).toMatchObject({ receipt: 'failed', attempts: 1 });
    expect(receipt.problem?.code).toBe('delivery.rate_limited');
    expect(receipt.retryAfterMs).toBeGreaterThan(LONGEST_WAIT_MS);
    expect(receipt.retryAfterMs).toBeLessThanOrEqual(DAY_MS);
    expect(await sandbox.messages()).toEqual([]);
  });

  it('waits for as long as the chat itself asks, and posts once', async () => {
    await sandbox.fault({ kind: 'rate-limit', retryAfter: '7' });
    const { receipt, slept } = await sender().alert(stateOf());
    if (facts.waitsMs > LONGEST_WAIT_MS) {
      expect(receipt).toMatchObject({ receipt: 'failed', attempts: 1 });
      expect(receipt).toMatchObject({ retryAfterMs: facts.waitsMs });
      expect(receipt.problem?.code).toBe('delivery.rate_limited');
      expect(await sandbox.messages()).toEqual([]);
      return;
    }
    expect(receipt).toMatchObject({ receipt: 'posted', attempts: 2 });
    expect(slept).toBe(facts.waitsMs);
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it('outlives a platform that is down for a moment', async () => {
    await sandbox.fault({ kind: 'status', status: 503, times: 3 });
    expect((await sender().alert(stateOf())).receipt).toMatchObject({
      receipt: 'posted',
      attempts: 4,
    });
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it('fails where it is down for longer, and says when to come back', async () => {
    await sandbox.fault({ kind: 'status', status: 500, times: 50 });
    const { receipt, slept } = await sender().alert(stateOf());
    expect(receipt).toMatchObject({ receipt: 'failed', problem: { code: 'http.server_error' } });
    expect(receipt.retryAfterMs).toBeGreaterThan(0);
    expect(slept).toBeLessThanOrEqual(LONGEST_WAIT_MS);
    expect(await sandbox.messages()).toEqual([]);
  });
});
