import { describe, expect, it } from '@jest/globals';
import { connected } from './connected';
import { flashdutyApi, ilertApi } from './oncall-keys';
import { type Running, runSandbox, send } from './running';
import { runTarget, type Target } from './target-server';

interface Night {
  state: string;
  reason: string | null;
  steps: { eventType: string; state: string }[];
}

const SPEED = 1_000_000;

/** A night during which something is done over the API once the first webhook came. */
async function disturbed(
  platform: string,
  disturb: (sandbox: Running, id: string) => Promise<unknown>,
) {
  const target = await gatedTarget();
  const sandbox = await runSandbox({ target: { url: target.url } });
  const night = sandbox.post(`/${platform}/play`, { speed: SPEED, wait: true });
  await target.arrived(1);
  const first = target.received[0]?.body ?? {};
  const { id, incident } = first as { id?: string; incident?: object };
  const { incident_id } = (incident ?? {}) as { incident_id?: string };
  await disturb(sandbox, id ?? incident_id ?? '');
  target.open();
  const view: Night = JSON.parse((await night).text);
  return { view, target, steps: view.steps.map(({ state }) => state) };
}

/** Keeps its first sender waiting until it is opened. */
async function gatedTarget(): Promise<Target & { open(): void }> {
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { ...(await runTarget(200, 'taken', gate)), open };
}

describe('a bad night goes on sensibly', () => {
  it('at ilert when somebody accepts over the API: nobody else is called, nobody accepts again', async () => {
    const { view, target, steps } = await disturbed('ilert', (sandbox, id) =>
      ilertApi(sandbox)('PUT', `/alerts/${id}/accept`),
    );
    expect([view.state, view.reason]).toEqual(['done', null]);
    expect(steps).toEqual(['answered', 'skipped', 'skipped', 'skipped', 'answered', 'answered']);
    expect(target.received.map(({ body }) => body.eventType)).toEqual([
      'alert-created',
      'alert-acknowledged',
      'alert-comment-added',
      'alert-resolved',
    ]);
    expect(target.received[3]?.body).toMatchObject({ assignedTo: { firstName: 'Ada' } });
  });

  it('at ilert when somebody resolves: the rest is needless', async () => {
    const { view, steps } = await disturbed('ilert', (sandbox, id) =>
      ilertApi(sandbox)('PUT', `/alerts/${id}/resolve`),
    );
    expect(view.state).toBe('done');
    expect(steps).toEqual(['answered', ...Array(5).fill('skipped')]);
  });

  it('at ilert when it is given to somebody: who has it does not escalate', async () => {
    const { steps, target } = await disturbed('ilert', (sandbox, id) =>
      ilertApi(sandbox)('PUT', `/alerts/${id}/assign?user=410057`),
    );
    expect(steps.slice(1, 4)).toEqual(['skipped', 'skipped', 'answered']);
    expect(target.received[2]?.body).toMatchObject({
      eventType: 'alert-acknowledged',
      assignedTo: { firstName: 'Mei' },
    });
  });

  it('at Flashduty when somebody acknowledges, snoozes or closes', async () => {
    const over = (path: string, more: object = {}) =>
      disturbed('flashduty', (sandbox, id) =>
        flashdutyApi(sandbox)(path, { incident_ids: [id], ...more }),
      );
    const handled = ['answered', 'skipped', 'skipped', 'skipped', 'answered'];
    expect((await over('/incident/ack')).steps).toEqual(handled);
    const snoozed = ['answered', 'skipped', 'skipped', 'answered', 'answered'];
    expect((await over('/incident/snooze', { minutes: 1440 })).steps).toEqual(snoozed);
    const closed = ['answered', ...Array(4).fill('skipped')];
    expect((await over('/incident/resolve')).steps).toEqual(closed);
  });

  it('at Flashduty when it was given back meanwhile', async () => {
    const { steps } = await disturbed('flashduty', async (sandbox, id) => {
      const api = flashdutyApi(sandbox);
      await api('/incident/ack', { incident_ids: [id] });
      await api('/incident/unack', { incident_ids: [id] });
    });
    expect(steps).toEqual(Array(5).fill('answered'));
  });
});

describe('webhooks', () => {
  it('wait for the one before, and the API waits for none', async () => {
    const target = await gatedTarget();
    const sandbox = await runSandbox({ target: { url: target.url } });
    const api = ilertApi(sandbox);
    const wanted = { summary: 'A', alertSource: { id: 731_204 } };
    const { id } = (await api('POST', '/alerts', wanted)).body as { id: number };
    await target.arrived(1);
    await api('PUT', `/alerts/${id}/accept`);
    for (let asked = 0; asked < 10; asked += 1) await api('GET', `/alerts/${id}`);
    expect(target.received).toHaveLength(1);
    target.open();
    await target.arrived(2);
  });

  it('leave in the order in which things happened, one after the other', async () => {
    const { target, sandbox } = await connected();
    const api = ilertApi(sandbox);
    const wanted = { summary: 'A', alertSource: { id: 731_204 } };
    const { body } = await api('POST', '/alerts', wanted);
    const { id } = body as { id: number };
    for (const path of ['accept', 'assign?user=410021', 'accept', 'resolve']) {
      await api('PUT', `/alerts/${id}/${path}`);
    }
    await target.arrived(5);
    expect(target.received.map((each) => each.body.status)).toEqual([
      'PENDING',
      'ACCEPTED',
      'PENDING',
      'ACCEPTED',
      'RESOLVED',
    ]);
  });

  it.each([
    ['ilert', 'alert-assigned', 'alert-acknowledged'],
    ['flashduty', 'i_new', 'i_ack'],
  ])('of %s are kept as they were sent, whatever happens to the alert', async (id, first, next) => {
    const { target, sandbox } = await connected();
    const { text } = await sandbox.post(`/${id}/send`, { eventType: first });
    await sandbox.post(`/${id}/send`, { eventType: next });
    await sandbox.post(`/${id}/resend`, { deliveryId: JSON.parse(text).id });
    expect(target.received[2]?.body).toEqual(target.received[0]?.body);
  });
});

describe('what opens the APIs', () => {
  it('is listed with what it answers', async () => {
    const sandbox = await runSandbox();
    const listed = JSON.parse((await send(`${sandbox.url}/inspect/oncalls`)).text);
    expect(listed).toEqual(sandbox.oncalls);
    const answers = sandbox.oncalls.map(({ platform, name, answers: each }) => [
      platform,
      name,
      each,
    ]);
    expect(answers).toEqual([
      ['ilert', 'Ada Byte, ADMIN', 'ok'],
      ['ilert', 'Jonas Weber, RESPONDER', 'ok'],
      ['ilert', 'Bob Byte, STAKEHOLDER', 'FORBIDDEN'],
      ['ilert', 'Priya Raman, RESPONDER', 'UNAUTHORIZED'],
      ['ilert', 'An app of Ada Byte', 'ok'],
      ['flashduty', 'Ada Byte', 'ok'],
      ['flashduty', 'Jonas Weber', 'ok'],
      ['flashduty', 'Bob Byte', 'AccessDenied'],
      ['flashduty', 'Priya Raman', 'Unauthorized'],
    ]);
    for (const { baseUrl, platform } of sandbox.oncalls) {
      expect(baseUrl).toBe(`${sandbox.url}/${platform}/api`);
    }
  });
});
