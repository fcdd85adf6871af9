import { describe, expect, it } from '@jest/globals';
import { answerTo, MARKDOWN, robot, signed } from './dingtalk-robots';
import { postRaw, runSandbox, send } from './running';

describe('the robot endpoint', () => {
  it('answers a message with errcode 0, and keeps it', async () => {
    const sandbox = await runSandbox();
    expect(await answerTo(signed(sandbox))).toEqual({ errcode: 0, errmsg: 'ok' });
    expect(await sandbox.messages()).toMatchObject([
      {
        platform: 'dingtalk',
        channel: 'On call',
        text: 'Hello',
        payload: MARKDOWN,
        pings: [],
        size: { used: JSON.stringify(MARKDOWN).length, limit: 20_000, unit: 'bytes' },
      },
    ]);
  });

  it('shows nobody the token or the signature', async () => {
    const sandbox = await runSandbox();
    await answerTo(signed(sandbox, 'On call', 1700000000000));
    const [{ path }] = await sandbox.requests();
    expect(path).toBe('/dingtalk/robot/send?access_token=…&timestamp=1700000000000&sign=…');
  });

  it.each([
    ['告警', 310000, 'keyword_missing'],
    ['Office only', 310000, 'ip_not_allowed'],
    ['New secret', 310000, 'sign_mismatch'],
    ['Stopped', 400102, 'robot_stopped'],
    ['Removed', 400106, 'robot_not_found'],
    ['Launch 2019', 400013, 'group_dissolved'],
  ])('refuses messages to %s with %d, and HTTP 200', async (channel, errcode, code) => {
    const sandbox = await runSandbox();
    expect(await answerTo(signed(sandbox, channel))).toMatchObject({ errcode });
    expect(await sandbox.messages()).toEqual([]);
    expect(await sandbox.requests()).toMatchObject([{ verdict: 'refused', code, channel }]);
  });

  it('knows no other token', async () => {
    const sandbox = await runSandbox();
    const url = robot(sandbox, 'Platform').replace(/.$/, 'x');
    expect(await answerTo(url)).toMatchObject({ errcode: 300005 });
    expect(await answerTo(`${sandbox.url}/dingtalk/robot/send`)).toMatchObject({ errcode: 300005 });
  });

  it('takes JSON by POST only', async () => {
    const sandbox = await runSandbox();
    const url = robot(sandbox, 'Platform');
    expect(JSON.parse((await send(url)).text)).toMatchObject({ errcode: 43002 });
    const form = await postRaw(url, 'a=b', 'application/x-www-form-urlencoded');
    expect(JSON.parse(form.text)).toMatchObject({ errcode: 43004 });
    const broken = await postRaw(url, '{', 'application/json');
    expect(JSON.parse(broken.text)).toMatchObject({ errcode: 40035 });
  });
});

describe('too many messages', () => {
  it('are refused after twenty, and for ten minutes', async () => {
    let now = Date.now();
    const url = robot(await runSandbox({ rateWindowScale: 1, now: () => now }), 'Platform');
    const errcode = async () => (await answerTo(url)).errcode;
    for (let message = 0; message < 20; message += 1) expect(await errcode()).toBe(0);
    expect(await errcode()).toBe(130101);
    now += 599_000;
    expect(await errcode()).toBe(130101);
    now += 2000;
    expect(await errcode()).toBe(0);
  });
});
