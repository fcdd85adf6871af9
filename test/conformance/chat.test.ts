import { type Hook, type Message, type Sandbox, startSandbox } from '@alertwire/sandbox';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../core/alert/apply-event';
import { type AlertEvent, EVENT_TYPES } from '../../core/alert/event';
import type { AlertState } from '../../core/alert/state';
import { listChatPlatforms } from '../../core/chat/index';
import type { RenderOptions, TransportId } from '../../core/chat/platform';
import { CHATS, type ChatId } from '../../core/chat/registry';
import { deliverAlert, deliverText } from '../../core/delivery/deliver';
import type { Receipt } from '../../core/delivery/receipt';
import { sampleEvents } from '../../core/oncall/index';
import type { Clock } from '../../core/ports';
import { stateOf } from '../core/card/alerts';
import { HOSTILE } from '../core/chat/hostile-text';
import { fetchHttp } from './http';

const WEBHOOKS = listChatPlatforms().filter(({ transports }) =>
  transports.some(({ id }) => id === 'webhook'),
);

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ rateWindowScale: 0 });
});
afterAll(() => sandbox.close());
beforeEach(() => ask('/inspect/reset', 'DELETE'));

const ask = async (path: string, method = 'GET', body?: object) => {
  const sent = { method, ...(body && { body: JSON.stringify(body) }) };
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${sandbox.url}${path}`, { ...sent, headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`The sandbox refused ${path}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
};
const messages = (): Promise<Message[]> => ask('/inspect/messages');
const hooksOf = (platform: string): Hook[] =>
  sandbox.hooks.filter((hook) => hook.platform === platform);

/** Wakes at once and keeps the time it was asked to sleep. */
const quickClock = () => {
  let slept = 0;
  const clock: Clock = {
    now: () => Date.now() + slept,
    sleep: async (ms) => {
      slept += ms;
    },
    random: () => 0,
  };
  return { clock, slept: () => slept };
};

/** The parts of an address nobody else may see. */
const secretsOf = (url: string): string[] =>
  new URL(url).pathname.split('/').filter((part) => part.length >= 9);

const noSecretIn = (receipt: Receipt, url: string) => {
  for (const secret of secretsOf(url)) expect(JSON.stringify(receipt)).not.toContain(secret);
};

describe.each(WEBHOOKS)('$name by webhook', ({ id }) => {
  const chat = id as ChatId;
  const place = { chat, transport: 'webhook' as TransportId };
  const connect = (url: string) =>
    fetchHttp((request) => CHATS[chat].authenticate(request, { webhookUrl: url }, Date.now()));
  const open = () => hooksOf(id).find(({ answers }) => answers === 'ok') as Hook;

  const deliver = async (state: AlertState, options: RenderOptions = {}, url = open().url) => {
    const { clock, slept } = quickClock();
    const receipt = await deliverAlert({ ...place, state, options, clock, http: connect(url) });
    noSecretIn(receipt, url);
    return { receipt, slept: slept() };
  };

  it('takes a whole night, message by message', async () => {
    const night: AlertEvent[] = sampleEvents('ilert');
    expect(night.length).toBeGreaterThan(4);
    let state: AlertState | undefined;
    for (const event of night) {
      state = applyEvent(state, event).state;
      const { receipt } = await deliver(state);
      expect(receipt).toMatchObject({ receipt: 'posted', attempts: 1, pings: [] });
    }
    expect(await messages()).toHaveLength(night.length);
  });

  it.each(EVENT_TYPES)('takes every kind of event in every layout: %s', async (type) => {
    for (const layout of ['full', 'compact'] as const) {
      expect((await deliver(stateOf({ type }), { layout })).receipt.receipt).toBe('posted');
    }
  });

  it.each(Object.entries(HOSTILE))('takes %s and pings nobody', async (_, text) => {
    const alert = { title: text, description: text, labels: { [text]: text }, url: text };
    const { receipt } = await deliver(stateOf({ origin: { name: text }, alert }));
    expect(receipt).toMatchObject({ receipt: 'posted', pings: [] });
    expect((await messages()).flatMap(({ pings }) => pings)).toEqual([]);
  });

  it('takes an alert that is too large for it', async () => {
    const many = Array.from({ length: 1000 }, (_, index) => [`key-${index}`, '"&<'.repeat(100)]);
    const alert = { description: '<&>'.repeat(1e6), labels: Object.fromEntries(many) };
    const { receipt } = await deliver(stateOf({ alert }));
    expect(receipt.receipt).toBe('posted');
    expect(receipt.dropped.length).toBeGreaterThan(0);
  });

  it('pings whom the receipt names', async () => {
    const { receipt } = await deliver(stateOf(), { mentions: ['here'] });
    const [message] = await messages();
    expect(receipt.pings).toEqual(['here']);
    expect(message?.pings).toHaveLength(1);
  });

  it('takes a plain message', async () => {
    const { clock } = quickClock();
    const http = connect(open().url);
    const receipt = await deliverText({ ...place, text: 'Deploy <done>', http, clock });
    expect(receipt.receipt).toBe('posted');
    expect((await messages())[0]?.text).toContain('Deploy');
  });

  it('says for every closed channel what to do', async () => {
    const closed = hooksOf(id).filter(({ answers }) => answers !== 'ok');
    expect(closed.length).toBeGreaterThan(0);
    for (const { url, answers } of closed) {
      const { receipt } = await deliver(stateOf(), {}, url);
      expect(receipt).toMatchObject({ receipt: 'failed', attempts: 1 });
      expect(receipt.problem?.code).toBe(`${id}.${answers}`);
      expect(receipt.problem?.hint).toMatch(/\w+ \w+/);
    }
  });

  it('knows a webhook that is gone', async () => {
    const { receipt } = await deliver(stateOf(), {}, `${open().url}x`);
    expect(receipt.receipt).toBe('failed');
  });

  it('proves a credential without posting', async () => {
    const { probe } = CHATS[chat].transports.webhook ?? {};
    for (const { url, answers } of hooksOf(id)) {
      const answer = probe && (await connect(url)(probe.request(), { timeoutMs: 5000 }));
      const problem = answer && probe.judge(answer);
      expect(problem?.code).toBe(answers === 'ok' ? undefined : `${id}.${answers}`);
    }
    expect(await messages()).toEqual([]);
  });

  it('waits as long as it is asked, and posts once', async () => {
    await ask('/inspect/faults', 'POST', { kind: 'rate-limit', retryAfter: '7' });
    const { receipt, slept } = await deliver(stateOf());
    expect(receipt).toMatchObject({ receipt: 'posted', attempts: 2 });
    expect(slept).toBe(7000);
    expect(await messages()).toHaveLength(1);
  });

  it('outlives a platform that is down for a moment', async () => {
    await ask('/inspect/faults', 'POST', { kind: 'status', status: 503, times: 3 });
    expect((await deliver(stateOf())).receipt).toMatchObject({ receipt: 'posted', attempts: 4 });
  });

  it('fails where it is down for longer, and says when to come back', async () => {
    await ask('/inspect/faults', 'POST', { kind: 'status', status: 500, times: 50 });
    const { receipt } = await deliver(stateOf());
    expect(receipt).toMatchObject({ receipt: 'failed', problem: { code: 'http.server_error' } });
    expect(receipt.retryAfterMs).toBeGreaterThan(0);
    expect(await messages()).toEqual([]);
  });

  it('never posts twice where the answer was lost', async () => {
    await ask('/inspect/faults', 'POST', { kind: 'lost-answer' });
    const { receipt } = await deliver(stateOf());
    expect(receipt).toMatchObject({ receipt: 'unknown', attempts: 1 });
    expect(await messages()).toHaveLength(1);
  });

  it('believes no page that answers in its place', async () => {
    const body = `<html><title>Sign in</title>${'x '.repeat(20_000)}</html>`;
    for (const status of [200, 302, 403]) {
      await ask('/inspect/faults', 'POST', { kind: 'status', status, body });
      const { receipt } = await deliver(stateOf());
      expect(receipt.receipt).toBe('failed');
      expect(receipt.problem?.message.length).toBeLessThan(250);
    }
  });

  it('says so where nobody listens', async () => {
    const gone = await startSandbox();
    await gone.close();
    const url = open().url.replace(`:${sandbox.port}`, `:${gone.port}`);
    const { receipt } = await deliver(stateOf(), {}, url);
    expect(receipt).toMatchObject({ receipt: 'failed', problem: { code: 'http.not_sent' } });
    expect(receipt.attempts).toBeGreaterThan(1);
  });
});
