import { describe, expect, it } from '@jest/globals';
import { answer } from '../delivery/world';
import { ilertAlert, json, LOST, performed, UNSENT } from './action-world';

const READ = 'GET /alerts/4711?include=customDetails';
const ACCEPT = 'PUT /alerts/4711/accept';
const accept = { platform: 'ilert', action: 'accept', alert: { id: '4711' } };

const pending = json(200, ilertAlert());
const accepted = json(200, ilertAlert({ status: 'ACCEPTED' }));
const resolved = json(200, ilertAlert({ status: 'RESOLVED' }));
const refused = json(400, { status: 400, message: 'Not in this state', code: 'X' });
const broken = answer(500, 'oops');

describe('accepting', () => {
  it('reads, asks once, and takes the answer for the new state', async () => {
    const { asked, event, result } = await performed(accept, pending, accepted);
    expect(asked).toEqual([READ, ACCEPT]);
    expect(result.code).toBe('done');
    expect(event?.alert.status).toBe('acknowledged');
  });

  it.each([
    ['is accepted meanwhile', accepted, 'already_done'],
    ['is resolved meanwhile', resolved, 'action.already_resolved'],
    ['stands as before', pending, 'action.refused'],
    ['cannot be read', answer(404, ''), 'action.refused'],
  ])('is refused, and the alert %s', async (_, then, code) => {
    const { asked, result } = await performed(accept, pending, refused, then);
    expect(asked).toEqual([READ, ACCEPT, READ]);
    expect(result.code).toBe(code);
  });

  it('was resolved while it was accepted', async () => {
    const { result } = await performed(accept, pending, resolved);
    expect(result).toMatchObject({ ok: false, code: 'action.already_resolved' });
  });

  it.each([
    ['its answer is lost', LOST],
    ['the platform breaks', broken],
    ['the platform is busy elsewhere', answer(504, '')],
  ])('is not asked for twice where %s and it is done', async (_, trouble) => {
    const { asked, result } = await performed(accept, pending, trouble, accepted);
    expect(asked).toEqual([READ, ACCEPT, READ]);
    expect(result.code).toBe('done');
  });

  it.each([LOST, broken])(
    'is asked for again where it was not done, after a while',
    async (gone) => {
      const { asked, result, sleeps } = await performed(accept, pending, gone, pending, accepted);
      expect(asked).toEqual([READ, ACCEPT, READ, ACCEPT]);
      expect(sleeps).toEqual([1000]);
      expect(result.code).toBe('done');
    },
  );

  it('is unknown where nobody can tell', async () => {
    const { result, event } = await performed(accept, pending, LOST, UNSENT);
    expect(result).toMatchObject({ ok: false, code: 'action.unknown' });
    expect(result.message).toContain('nobody can tell');
    expect(event).toBeUndefined();
  });

  it('was surely not done where it never succeeded and the alert says so', async () => {
    const answers = [pending, ...Array.from({ length: 20 }, () => [broken, pending]).flat()];
    const { result, sleeps } = await performed(accept, ...answers);
    expect(result).toMatchObject({ ok: false, code: 'action.platform_unreachable' });
    expect(result.message).toBe('ilert could not be reached (HTTP_500): it was not done.');
    expect(sleeps.reduce((sum, ms) => sum + ms, 0)).toBeLessThanOrEqual(20_000);
  });

  it.each([
    ['401', 'action.unauthorised'],
    ['403', 'action.forbidden'],
    ['404', 'action.no_such_alert'],
    ['302', 'action.unexpected_answer'],
  ])('meets HTTP %s', async (status, code) => {
    const { result, asked } = await performed(accept, answer(Number(status), ''));
    expect(result).toMatchObject({ ok: false, code, hint: expect.stringMatching(/\w/) });
    expect(asked).toEqual([READ]);
  });

  it('meets a login page in front of the platform', async () => {
    const { result } = await performed(accept, answer(200, '<html>Please log in</html>'));
    expect(result.code).toBe('action.unexpected_answer');
  });
});

describe('waiting', () => {
  const busy = (seconds: string) => answer(429, '', { 'retry-after': seconds });

  it('is as long as the platform asks', async () => {
    const { sleeps, result } = await performed(accept, busy('7'), pending, accepted);
    expect([sleeps, result.code]).toEqual([[7000], 'done']);
  });

  it('grows where it does not say', async () => {
    const { sleeps } = await performed(accept, UNSENT, UNSENT, UNSENT, pending, accepted);
    expect(sleeps).toEqual([1000, 2000, 4000]);
  });

  it('is not begun where it would be too long', async () => {
    const { sleeps, result, asked } = await performed(accept, busy('60'));
    expect([sleeps, asked]).toEqual([[], [READ]]);
    expect(result.message).toBe('ilert could not be reached (HTTP_429): it was not done.');
  });

  it('leaves every request less time than there is', async () => {
    const { timeouts } = await performed(accept, UNSENT, UNSENT, UNSENT, UNSENT, pending, accepted);
    expect(timeouts.every((ms) => ms >= 1000 && ms <= 8000)).toBe(true);
    expect(timeouts.at(-1)).toBeLessThan(8000);
  });

  it('ends also with a host that breaks every promise', async () => {
    for (const http of [
      () => Promise.reject(new Error('secret')),
      () => Promise.resolve(undefined),
      () => {
        throw new Error('secret');
      },
    ]) {
      const { result } = await performed({ ...accept, http: http as never });
      expect(result).toMatchObject({ ok: false, code: 'action.platform_unreachable' });
    }
  });
});

describe('what shows on no alert', () => {
  const comment = {
    platform: 'flashduty',
    action: 'comment',
    alert: { id: 'f'.repeat(24) },
    arguments: { note: 'x' },
  };
  const found = json(200, { data: { incident_id: 'f'.repeat(24) } });

  it('is not done a second time where the answer is lost', async () => {
    const { asked, result } = await performed(comment, found, LOST);
    expect(asked.filter((line) => line.includes('comment'))).toHaveLength(1);
    expect(result.code).toBe('action.unknown');
  });

  it('is tried again where the platform says that it broke', async () => {
    const { result } = await performed(comment, found, broken, json(200, { data: {} }), found);
    expect(result.code).toBe('done');
  });
});

it('ends where the platform says yes in no words of its own, and does nothing', async () => {
  const id = 'f'.repeat(24);
  const found = json(200, { data: { incident_id: id } });
  const odd = json(200, { hello: 1 });
  const answers = [found, ...Array.from({ length: 20 }, () => [odd, found]).flat()];
  const order = { platform: 'flashduty', action: 'accept', alert: { id } };
  const { result, requests } = await performed(order, ...answers);
  expect(result.code).toBe('action.platform_unreachable');
  expect(requests.length).toBeLessThan(20);
});
