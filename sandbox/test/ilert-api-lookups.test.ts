import { describe, expect, it } from '@jest/globals';
import { ilertApi } from './oncall-keys';
import { runSandbox } from './running';

describe('ilert’s API tells', () => {
  it('who the key belongs to, and who else there is', async () => {
    const api = ilertApi(await runSandbox(), 'Bob');
    const bob = { id: 410_063, firstName: 'Bob', email: 'bob.byte@sandbox.example' };
    expect((await api('GET', '/users/current')).body).toMatchObject({
      ...bob,
      role: 'STAKEHOLDER',
    });
    expect((await api('GET', '/users')).body).toHaveLength(5);
    expect((await api('GET', '/users/410063')).body).toMatchObject(bob);
    const wanted = { email: 'Priya.Raman@example.com' };
    expect((await api('POST', '/users/search-email', wanted)).body).toMatchObject({ id: 410_021 });
  });

  it('its sources, without their keys, and finds one by its key', async () => {
    const sandbox = await runSandbox();
    const api = ilertApi(sandbox);
    const key = sandbox.oncalls[0]?.credential.integrationKey ?? '';
    const { body } = await api('GET', '/alert-sources');
    expect(body).toHaveLength(3);
    expect(JSON.stringify(body)).not.toContain(key);
    expect((await api('GET', `/alert-sources/${key}`)).body).toMatchObject({ id: 731_204 });
    const paths = (await sandbox.requests()).map(({ path }) => path);
    expect(paths).toEqual(['/ilert/api/alert-sources', '/ilert/api/alert-sources/…']);
  });

  it('its policies and schedules, and who is on call', async () => {
    const api = ilertApi(await runSandbox({ now: () => Date.parse('2026-11-21T12:00:00Z') }));
    expect((await api('GET', '/escalation-policies')).body).toMatchObject([
      {
        id: 520_118,
        escalationRules: [{ escalationTimeout: 5, users: [{ id: 410_021 }] }, {}, {}],
      },
      { id: 520_126, routingKey: 'databases' },
    ]);
    expect((await api('GET', '/schedules')).body).toHaveLength(2);
    expect((await api('GET', '/schedules/640205/user-on-call')).body).toMatchObject({
      user: { firstName: 'Jonas' },
      start: '2026-11-16T00:00:00.000Z',
      end: '2026-11-23T00:00:00.000Z',
    });
    expect((await api('GET', '/schedules/640211/user-on-call')).status).toBe(204);
    expect((await api('GET', '/schedules/1/user-on-call')).status).toBe(404);
    expect((await api('GET', '/on-calls?policies=520126')).body).toMatchObject([
      { user: { firstName: 'Mei' }, escalationLevel: 1 },
      { user: { firstName: 'Priya' }, escalationLevel: 2, escalationPolicy: { id: 520_126 } },
    ]);
  });
});
