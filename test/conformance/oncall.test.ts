import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { applyEvent } from '../../core/alert/apply-event';
import type { AlertEvent } from '../../core/alert/event';
import type { AlertState } from '../../core/alert/state';
import { listOnCallPlatforms, receiveAlertWebhook } from '../../core/oncall/index';
import { type Sandbox, startSandbox } from '../../sandbox/start';

const SECRET = 'the-secret-of-the-conformance-tests';

let sandbox: Sandbox;
let trigger: Server;
const events: AlertEvent[] = [];
const warnings: string[] = [];

/** A trigger without a host: what it answers is what the core says. */
beforeAll(async () => {
  trigger = createServer(async (request, response) => {
    const shared = { secret: SECRET };
    const inbound = { headers: request.headers, query: {}, rawBody: await buffer(request) };
    const received = receiveAlertWebhook('detect', inbound, { shared }, Date.now());
    if (received.ok) {
      events.push(...received.events);
      warnings.push(...received.warnings);
    }
    response.writeHead(received.status).end();
  });
  await new Promise<void>((resolve) => trigger.listen(0, '127.0.0.1', resolve));
  const { port } = trigger.address() as AddressInfo;
  const target = { url: `http://127.0.0.1:${port}/`, secret: SECRET };
  sandbox = await startSandbox({ target });
});

afterAll(async () => {
  await sandbox.close();
  trigger.closeAllConnections();
  trigger.close();
});

beforeEach(async () => {
  events.length = 0;
  warnings.length = 0;
  await call('/inspect/reset', {});
});

const call = async (path: string, body?: object) => {
  const init = body && { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(sandbox.url + path, init);
  return answer.json();
};

describe.each(listOnCallPlatforms().map(({ id }) => id))('%s', (id) => {
  it('is understood in every event its stand-in sends, and gets the answer it wants', async () => {
    const { oncalls } = await call('/inspect/platforms');
    const types: string[] = oncalls
      .find((oncall: { id: string }) => oncall.id === id)
      .events.map(({ type }: { type: string }) => type);
    for (const eventType of types) {
      const before = events.length;
      const sent = await call(`/${id}/send`, { eventType });
      if (sent.code === 'wrong_state') continue;
      expect(sent).toMatchObject({ ok: true, attempts: 1 });
      expect(events.slice(before)).toMatchObject([
        { platform: id, alert: { id: expect.any(String) } },
      ]);
    }
    expect(events.length).toBeGreaterThanOrEqual(types.length - 1);
    expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
    expect(warnings).toEqual([]);
  });

  it('tells a bad night as one story', async () => {
    expect(await call(`/${id}/play`, { speed: 1_000_000, wait: true })).toMatchObject({
      state: 'done',
    });
    let state: AlertState | undefined;
    for (const event of events) {
      const applied = applyEvent(state, event);
      expect(applied.change).toBe(state === undefined ? 'new' : 'changed');
      state = applied.state;
    }
    expect(state?.timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['created', 'escalated', 'accepted', 'resolved']),
    );
    expect(state?.timeline.filter(({ type }) => type === 'escalated')).toMatchObject([
      { automatic: true, to: [expect.any(String)] },
      { automatic: true, to: [expect.any(String)] },
    ]);
    expect(state).toMatchObject({
      acceptedBy: expect.any(String),
      latest: { alert: { status: 'resolved' } },
    });
  });
});
