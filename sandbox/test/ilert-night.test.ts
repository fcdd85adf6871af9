import { describe, expect, it } from '@jest/globals';
import { connected } from './connected';
import { send } from './running';

describe('a bad night', () => {
  it('goes from created over two escalations to resolved', async () => {
    const { target, sandbox } = await connected();
    const reply = await sandbox.post('/ilert/play', { speed: 1_000_000, wait: true });
    const bodies = target.received.map(({ body }) => body);
    expect(bodies.map(({ eventType }) => eventType)).toEqual([
      'alert-created',
      'alert-auto-escalated',
      'alert-auto-escalated',
      'alert-acknowledged',
      'alert-comment-added',
      'alert-resolved',
    ]);
    expect(JSON.parse(reply.text)).toMatchObject({ state: 'done', alertId: bodies[0]?.id });
    const minutes = bodies.map(({ timestamp }) => Date.parse(String(timestamp)) / 60_000);
    expect(minutes.map((minute) => Math.round(minute - (minutes[0] ?? 0)))).toEqual([
      0, 5, 10, 12, 16, 30,
    ]);
    expect(minutes.every((minute) => minute * 60_000 <= Date.now())).toBe(true);
  });

  it('is played one at a time and can be stopped', async () => {
    const { sandbox } = await connected();
    expect((await sandbox.post('/ilert/play', { speed: 1 })).status).toBe(202);
    const second = await sandbox.post('/ilert/play', { speed: 1 });
    expect([second.status, JSON.parse(second.text).code]).toEqual([409, 'already_playing']);
    expect(JSON.parse((await sandbox.post('/ilert/stop')).text).state).toBe('stopped');
    const third = await sandbox.post('/ilert/play', { speed: 1_000_000, wait: true });
    expect(JSON.parse(third.text).state).toBe('done');
  });

  it('goes on when the target refuses, and shows it', async () => {
    const { target, sandbox } = await connected(500, 'no');
    await sandbox.post('/ilert/play', { speed: 1_000_000, wait: true });
    const view = JSON.parse((await send(`${sandbox.url}/ilert/night`)).text);
    expect(view.state).toBe('done');
    expect(view.steps.map(({ state }: { state: string }) => state)).toEqual(
      Array(6).fill('failed'),
    );
    expect(target.received).toHaveLength(6);
  });

  it('is forgotten on a reset', async () => {
    const { sandbox } = await connected();
    await sandbox.post('/ilert/play', { speed: 1 });
    await sandbox.post('/inspect/reset');
    const view = JSON.parse((await send(`${sandbox.url}/ilert/night`)).text);
    expect([view.state, view.steps[0].state]).toEqual(['idle', 'waiting']);
    expect((await send(`${sandbox.url}/ilert/alerts`)).text).toBe('[]');
  });

  it.each([0, -1, 'fast', 1e9])('has no speed %p', async (speed) => {
    const { sandbox } = await connected();
    expect((await sandbox.post('/ilert/play', { speed })).status).toBe(400);
  });
});
