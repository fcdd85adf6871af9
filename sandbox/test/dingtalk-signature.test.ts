import { describe, expect, it } from '@jest/globals';
import { answerTo, robot, sign, signed } from './dingtalk-robots';
import { type Running, runSandbox } from './running';

describe('the signature', () => {
  const HOUR = 3_600_000;
  const reasonOf = async (sandbox: Running) => (await sandbox.requests()).at(-1)?.reason;

  it('is refused where it is encoded twice, or not at all', async () => {
    const sandbox = await runSandbox();
    const at = [...Array(200).keys()]
      .map((n) => Date.now() - n)
      .find((n) => sign(sandbox, 'On call', n).includes('+')) as number;
    const value = sign(sandbox, 'On call', at);
    const base = `${robot(sandbox, 'On call')}&timestamp=${at}&sign=`;
    expect(await answerTo(base + encodeURIComponent(encodeURIComponent(value)))).toMatchObject({
      errcode: 310000,
      errmsg: 'sign not match',
    });
    expect(await reasonOf(sandbox)).toContain('twice');
    expect(await answerTo(base + value)).toMatchObject({ errcode: 310000 });
    expect(await reasonOf(sandbox)).toContain('not URL-encoded');
    expect(await answerTo(base + encodeURIComponent(value))).toMatchObject({ errcode: 0 });
  });

  it.each([
    [-HOUR + 5000, 0],
    [HOUR - 5000, 0],
    [-HOUR - 5000, 310000],
    [HOUR + 5000, 310000],
  ])('%d ms away from now is answered %d', async (away, errcode) => {
    const sandbox = await runSandbox();
    expect(await answerTo(signed(sandbox, 'On call', Date.now() + away))).toMatchObject({
      errcode,
    });
  });

  it('of seconds is one of another time', async () => {
    const sandbox = await runSandbox();
    const url = signed(sandbox, 'On call', Math.floor(Date.now() / 1000));
    expect(await answerTo(url)).toMatchObject({ errcode: 310000, errmsg: 'invalid timestamp' });
  });

  it('is asked for where the robot has a secret, and nowhere else', async () => {
    const sandbox = await runSandbox();
    expect(await answerTo(robot(sandbox, 'On call'))).toMatchObject({ errmsg: 'sign not match' });
    expect(await answerTo(robot(sandbox, 'Platform'))).toMatchObject({ errcode: 0 });
  });
});
