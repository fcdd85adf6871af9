import { describe, expect, it } from '@jest/globals';
import { connected, happenAt } from './connected';
import { ilertApi } from './oncall-keys';
import { runSandbox } from './running';
import { runTarget } from './target-server';

const happen = happenAt('ilert');

const webhookTo = (url: string, change: object = {}) => ({
  name: 'Router',
  connectorType: 'webhook',
  triggerTypes: ['alert-created', 'alert-acknowledged'],
  alertSources: [{ id: 731_204 }],
  params: { webhookUrl: `${url}?key=hidden-1`, headers: [{ key: 'X-Router', value: 'hidden-2' }] },
  ...change,
});

describe('an alert action of ilert', () => {
  it('is told what it asked for, with its headers, beside the target', async () => {
    const { target, sandbox } = await connected();
    const own = await runTarget();
    const api = ilertApi(sandbox);
    const { status, body } = await api('POST', '/alert-actions', webhookTo(own.url));
    expect([status, body]).toMatchObject([
      201,
      { id: expect.any(String), triggerMode: 'AUTOMATIC', alertSources: [{ id: 731_204 }] },
    ]);
    for (const type of ['alert-created', 'alert-raised', 'alert-acknowledged']) {
      await happen(sandbox, type);
    }
    expect(target.received).toHaveLength(3);
    expect(own.received.map((each) => each.body)).toEqual([
      target.received[0]?.body,
      target.received[2]?.body,
    ]);
    expect(own.received[0]?.headers).toMatchObject({ 'x-router': 'hidden-2' });
    expect(own.received[0]?.headers).not.toHaveProperty('x-alertwire-secret');
  });

  it('hears nothing of other sources, by hand only, or once it is deleted', async () => {
    const { sandbox } = await connected();
    const own = await runTarget();
    const api = ilertApi(sandbox);
    await api('POST', '/alert-actions', webhookTo(own.url, { alertSources: [{ id: 731_219 }] }));
    await api('POST', '/alert-actions', webhookTo(own.url, { triggerMode: 'MANUAL' }));
    const { body } = await api('POST', '/alert-actions', webhookTo(own.url));
    const { id } = body as { id: string };
    expect((await api('DELETE', `/alert-actions/${id}`)).status).toBe(204);
    await happen(sandbox, 'alert-created');
    expect(own.received).toEqual([]);
    await happen(sandbox, 'alert-created');
    expect(own.received).toMatchObject([{ body: { alertSource: { id: 731_219 } } }]);
  });

  it('is enough where no target is set, and is forgotten on a reset', async () => {
    const sandbox = await runSandbox();
    const own = await runTarget();
    const api = ilertApi(sandbox);
    await api('POST', '/alert-actions', webhookTo(own.url));
    const wanted = { summary: 'Alone', alertSource: { id: 731_204 } };
    await api('POST', '/alerts', wanted);
    await own.arrived(1);
    expect(await happen(sandbox, 'alert-raised')).toMatchObject({ ok: true, status: null });
    await sandbox.post('/inspect/reset');
    expect((await api('GET', '/alert-actions')).body).toEqual([]);
    expect(await happen(sandbox, 'alert-created')).toMatchObject({ code: 'no_target' });
  });

  it('is read, listed by its source, changed, but not into another type', async () => {
    const sandbox = await runSandbox();
    const own = await runTarget();
    const api = ilertApi(sandbox);
    const wanted = webhookTo(own.url, { conditions: 'alert.priority == "HIGH"' });
    const { id } = (await api('POST', '/alert-actions', wanted)).body as { id: string };
    expect((await api('GET', `/alert-actions/${id}`)).body).toMatchObject(wanted);
    expect((await api('GET', '/alert-actions?source=731219')).body).toEqual([]);
    const listed = await api('GET', '/alert-actions?source=731204');
    expect(listed.body).toMatchObject([{ id, name: 'Router' }]);
    expect((listed.body as object[])[0]).not.toHaveProperty('conditions');
    const renamed = await api('PUT', `/alert-actions/${id}`, { ...wanted, name: 'Other' });
    expect([renamed.status, renamed.body]).toMatchObject([200, { id, name: 'Other' }]);
    const other = { name: 'Mail', connectorType: 'email' };
    expect((await api('PUT', `/alert-actions/${id}`, other)).status).toBe(400);
    expect((await api('GET', '/alert-actions')).body).toHaveLength(1);
  });

  it('may name its sources as version 1 did', async () => {
    const sandbox = await runSandbox();
    const { alertSources: _, ...old } = webhookTo('http://127.0.0.1:1/');
    const wanted = { ...old, alertSourceIds: [731_204] };
    const { status, body } = await ilertApi(sandbox)('POST', '/alert-actions', wanted);
    expect([status, body]).toMatchObject([201, { alertSources: [{ id: 731_204 }] }]);
  });

  it('shows its passwords to nobody but who has the key', async () => {
    const { sandbox } = await connected();
    const own = await runTarget();
    const api = ilertApi(sandbox);
    const wanted = webhookTo(own.url);
    const { id } = (await api('POST', '/alert-actions', wanted)).body as { id: string };
    await api('PUT', `/alert-actions/${id}`, wanted);
    await api('GET', `/alert-actions/${id}`);
    await api('GET', '/alert-actions');
    await happen(sandbox, 'alert-created');
    const seen = JSON.stringify([await sandbox.requests(), await sandbox.deliveries()]);
    expect(seen).toContain('X-Router');
    expect(seen).not.toContain('hidden-');
    expect(seen).not.toContain('ilert-sandbox-key');
  });
});
