import { describe, expect, it } from '@jest/globals';
import { deliverAlert, deliverText } from '../../../core/delivery/deliver';
import { isUndelivered } from '../../../core/delivery/receipt';
import type { FilterDecision, FilterEffect } from '../../../core/filter/rules';
import type { HttpAnswer } from '../../../core/http/types';
import type { Clock, Http } from '../../../core/ports';
import { eventOf, stateOf } from '../card/alerts';
import { answer, answering, OK, simulatedClock } from './world';

const place = { chat: 'slack', transport: 'webhook' } as const;
const decision = (effect: FilterEffect, silent = false): FilterDecision => ({
  effect,
  silent,
  reasons: [{ rule: 'events', message: 'Only created and resolved pass.' }],
});

/** Delivers one alert to a chat that answers like this. */
const deliver = async (answers: HttpAnswer[], more: object = {}) => {
  const wire = answering(...answers);
  const time = simulatedClock();
  const receipt = await deliverAlert({
    ...place,
    state: stateOf(),
    http: wire.http,
    clock: time.clock,
    ...more,
  });
  return { receipt, ...wire, ...time };
};

describe('deliverAlert', () => {
  it('posts once and says what it cost', async () => {
    const { receipt, requests, timeouts, sleeps } = await deliver([OK], {
      options: { mentions: ['here'] },
    });
    expect(receipt).toEqual({
      receipt: 'posted',
      ...place,
      size: { used: expect.any(Number), limit: 12_000, unit: 'characters' },
      dropped: [],
      pings: ['here'],
      reasons: [],
      attempts: 1,
    });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toMatchObject({ method: 'POST', url: '' });
    expect(requests[0]?.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(requests[0]?.body ?? '')).toHaveProperty('text');
    expect(timeouts).toEqual([10_000]);
    expect(sleeps).toEqual([]);
  });

  it('takes an event without a story', async () => {
    const { http, requests } = answering(OK);
    const { clock } = simulatedClock();
    const event = eventOf({ alert: { title: 'Disk full' } });
    expect((await deliverAlert({ ...place, event, http, clock })).receipt).toBe('posted');
    expect(requests[0]?.body).toContain('Disk full');
  });

  it('skips what the filter dropped, with its reasons', async () => {
    const { receipt, requests } = await deliver([OK], { decision: decision('drop') });
    expect(receipt).toMatchObject({ receipt: 'skipped', attempts: 0 });
    expect(receipt.reasons).toEqual([
      'The filter dropped this event.',
      'Only created and resolved pass.',
    ]);
    expect(requests).toHaveLength(0);
  });

  it('skips a refresh: a webhook cannot change a message', async () => {
    const { receipt, requests } = await deliver([OK], { decision: decision('refresh') });
    expect(receipt.receipt).toBe('skipped');
    expect(receipt.reasons[0]).toContain('an incoming webhook cannot change a posted message');
    expect(requests).toHaveLength(0);
    expect(isUndelivered(receipt)).toBe(false);
  });

  it('takes the sound away where the filter says so', async () => {
    const options = { mentions: ['channel'] };
    const loud = await deliver([OK], { decision: decision('announce'), options });
    const silent = await deliver([OK], { decision: decision('announce', true), options });
    expect(loud.receipt.pings).toEqual(['channel']);
    expect(silent.receipt.pings).toEqual([]);
    expect(silent.requests[0]?.body).not.toContain('<!channel>');
  });

  it('waits as long as the chat asks, and tries again', async () => {
    const { receipt, sleeps } = await deliver([answer(429, '', { 'retry-after': '7' }), OK]);
    expect(receipt).toMatchObject({ receipt: 'posted', attempts: 2 });
    expect(sleeps).toEqual([7000]);
  });

  it('tries again after 1, 2, 4 and 8 seconds, then gives up', async () => {
    const { receipt, sleeps, requests } = await deliver([answer(503)]);
    expect(sleeps).toEqual([1000, 2000, 4000, 8000]);
    expect(requests).toHaveLength(5);
    expect(receipt).toMatchObject({
      receipt: 'failed',
      attempts: 5,
      pings: [],
      problem: { code: 'http.server_error' },
      retryAfterMs: 16_000,
    });
  });

  it('does not wait longer than allowed, and says when it makes sense again', async () => {
    const { receipt, sleeps } = await deliver([answer(429, '', { 'retry-after': '3600' })]);
    expect(sleeps).toEqual([]);
    expect(receipt).toMatchObject({
      receipt: 'failed',
      attempts: 1,
      problem: { code: 'delivery.rate_limited' },
      retryAfterMs: 3_600_000,
    });
  });

  it('counts slow answers as waiting', async () => {
    const { clock, sleeps, advance } = simulatedClock();
    const http: Http = async () => {
      advance(10_000);
      return answer(504);
    };
    const receipt = await deliverAlert({ ...place, state: stateOf(), http, clock });
    expect(receipt.attempts).toBe(3);
    expect(sleeps).toEqual([1000, 2000]);
  });

  it('ends also where the clock stands still or runs backwards', async () => {
    let now = 1e12;
    let slept = 0;
    const clock: Clock = {
      now: () => {
        now -= 50_000;
        return now;
      },
      sleep: async (ms) => {
        slept += ms;
      },
      random: () => 0.99,
    };
    const { http } = answering(answer(500));
    const receipt = await deliverAlert({ ...place, state: stateOf(), http, clock });
    expect(receipt.receipt).toBe('failed');
    expect(slept).toBeLessThanOrEqual(30_000);
  });

  it('stops after ten requests, however soon it may come again', async () => {
    const busy = answer(429, 'rate_limited', { 'retry-after': '1' });
    expect((await deliver([busy])).receipt.attempts).toBe(10);
  });

  it('waits no longer than 30 s in all, whatever it is told', async () => {
    const { receipt, sleeps } = await deliver([answer(500)], { maxWaitMs: 1e9 });
    expect(receipt.receipt).toBe('failed');
    expect(sleeps.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(30_000);
  });

  it('takes the limits it is given', async () => {
    const { receipt, timeouts } = await deliver([answer(500)], { maxWaitMs: 0, timeoutMs: 2500 });
    expect(receipt.attempts).toBe(1);
    expect(timeouts).toEqual([2500]);
  });

  it('sends again what was never sent', async () => {
    const { receipt } = await deliver([{ failed: 'not-sent', code: 'ECONNREFUSED' }, OK]);
    expect(receipt).toMatchObject({ receipt: 'posted', attempts: 2 });
  });

  it.each([
    ['ETIMEDOUT', 'http.timeout'],
    ['UND_ERR_HEADERS_TIMEOUT', 'http.timeout'],
    ['ABORT_ERR', 'http.timeout'],
    ['ECONNRESET', 'http.answer_lost'],
  ])('never sends again where the answer was lost: %s', async (code, problem) => {
    const { receipt, requests } = await deliver([{ failed: 'answer-lost', code }, OK]);
    expect(receipt).toMatchObject({ receipt: 'unknown', attempts: 1, problem: { code: problem } });
    expect(receipt.problem?.hint).toContain('not sent again');
    expect(requests).toHaveLength(1);
    expect(isUndelivered(receipt)).toBe(true);
  });

  it('does not repeat what the chat refused', async () => {
    const options = { mentions: ['here'] };
    const { receipt, requests } = await deliver([answer(404, 'no_service'), OK], { options });
    expect(receipt).toMatchObject({ receipt: 'failed', problem: { code: 'slack.no_service' } });
    expect(receipt.pings).toEqual([]);
    expect(requests).toHaveLength(1);
  });

  it.each([
    [
      'rejects',
      async () => Promise.reject(new Error('https://hooks.slack.com/services/T/B/secret')),
    ],
    [
      'throws',
      () => {
        throw new Error('secret');
      },
    ],
    ['gives nothing', async () => undefined],
    ['gives a half answer', async () => ({ status: 200 })],
    ['gives a half failure', async () => ({ failed: true })],
  ])('has a receipt when the host’s Http %s', async (_, http) => {
    const { clock } = simulatedClock();
    const receipt = await deliverAlert({
      ...place,
      state: stateOf(),
      http: http as unknown as Http,
      clock,
    });
    expect(receipt).toMatchObject({ receipt: 'unknown', attempts: 1 });
    expect(JSON.stringify(receipt)).not.toContain('secret');
  });

  it('gives up where the host ends the wait', async () => {
    const { clock } = simulatedClock();
    const stopped: Clock = { ...clock, sleep: async () => Promise.reject(new Error('stopped')) };
    const { http } = answering(answer(500));
    const receipt = await deliverAlert({ ...place, state: stateOf(), http, clock: stopped });
    expect(receipt).toMatchObject({ receipt: 'failed', attempts: 1, retryAfterMs: 1000 });
  });

  it.each([
    { chat: 'irc', transport: 'webhook' },
    { chat: 'slack', transport: 'pigeon' },
    { chat: '__proto__', transport: 'toString' },
  ])('fails for a chat there is not: %j', async (nowhere) => {
    const { receipt, requests } = await deliver([OK], nowhere);
    expect(receipt).toMatchObject({
      receipt: 'failed',
      attempts: 0,
      problem: { code: 'delivery.unknown_chat' },
    });
    expect(requests).toHaveLength(0);
  });

  it.each([undefined, null, 'text', {}, { alert: 1 }, { alert: null }])(
    'fails for what is no event: %j',
    async (event) => {
      const { http, requests } = answering(OK);
      const { clock } = simulatedClock();
      const unread = { receipt: 'failed', problem: { code: 'delivery.unreadable_alert' } };
      const receipt = await deliverAlert({ ...place, event: event as never, http, clock });
      expect(receipt).toMatchObject(unread);
      expect(requests).toHaveLength(0);
    },
  );
});

describe('deliverText', () => {
  it('posts a plain message', async () => {
    const { http, requests } = answering(OK);
    const { clock } = simulatedClock();
    const receipt = await deliverText({ ...place, text: 'Deploy <done>', http, clock });
    expect(receipt).toMatchObject({ receipt: 'posted', attempts: 1 });
    expect(requests[0]?.body).toContain('Deploy &lt;done&gt;');
  });

  it.each([undefined, null, 7, {}, ''])('has a receipt for %j', async (text) => {
    const { http } = answering(OK);
    const { clock } = simulatedClock();
    const receipt = await deliverText({ ...place, text: text as string, http, clock });
    expect(receipt.receipt).toBe('posted');
  });
});
