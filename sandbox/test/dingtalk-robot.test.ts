import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { dingtalk } from '../dingtalk';
import { postJson, postRaw, type Running, runSandbox, send } from './running';

const MARKDOWN = { msgtype: 'markdown', markdown: { title: 'Hello', text: '### Hello' } };

const robot = (sandbox: Running, channel: string) => sandbox.hook(channel, 'dingtalk');

/** The signature as it is computed from the documents, with nothing of the sandbox's own. */
const sign = (sandbox: Running, channel: string, at: number | string = Date.now()) => {
  const hook = sandbox.hooks.find((one) => one.platform === 'dingtalk' && one.channel === channel);
  const secret = hook?.secret ?? '';
  return createHmac('sha256', secret).update(`${at}\n${secret}`).digest('base64');
};

const signed = (sandbox: Running, channel = 'On call', at: number | string = Date.now()) =>
  `${robot(sandbox, channel)}&timestamp=${at}&sign=${encodeURIComponent(sign(sandbox, channel, at))}`;

const answerTo = async (url: string, message: unknown = MARKDOWN) => {
  const { status, text } = await postJson(url, message);
  expect(status).toBe(200);
  return JSON.parse(text);
};

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

describe('a message', () => {
  const card = { title: 'a', text: 'b' };
  const button = { title: 'Open', actionURL: 'https://a.example/' };
  const markdown = (more: object) => ({ ...MARKDOWN, ...more });

  it.each([
    { msgtype: 'text', text: { content: 'x' } },
    { msgtype: 'link', link: { title: 'a', text: 'b', messageUrl: 'https://a.example' } },
    { msgtype: 'actionCard', actionCard: { ...card, btns: [button] } },
    {
      msgtype: 'actionCard',
      actionCard: {
        ...card,
        singleTitle: 'x',
        singleURL: 'dingtalk://dingtalkclient/page/link?url=x',
      },
    },
    {
      msgtype: 'feedCard',
      feedCard: {
        links: [{ title: 'a', messageURL: 'https://a.example', picURL: 'https://a.example/p' }],
      },
    },
    markdown({ at: { atMobiles: ['138'], isAtAll: false } }),
  ])('is taken: %j', async (message) => {
    const sandbox = await runSandbox();
    expect(await answerTo(robot(sandbox, 'Platform'), message)).toMatchObject({ errcode: 0 });
  });

  it.each([
    [{}, 40035],
    [{ msgtype: 'markdown' }, 40035],
    [{ msgtype: 'markdown', markdown: { title: '', text: 'x' } }, 400402],
    [{ msgtype: 'markdown', markdown: { title: 'x', text: ' ' } }, 400403],
    [{ msgtype: 'text', text: { content: 5 } }, 40035],
    [{ msgtype: 'sampleMarkdown', sampleMarkdown: {} }, 400105],
    [{ msgtype: 'toString', toString: {} }, 400105],
    [{ msgtype: 'actionCard', actionCard: card }, 40035],
    [{ msgtype: 'actionCard', actionCard: { ...card, btns: [] } }, 40035],
    [{ msgtype: 'actionCard', actionCard: { ...card, btns: [{ title: 'x' }] } }, 40035],
    [{ msgtype: 'actionCard', actionCard: { ...card, singleTitle: 'x' } }, 40035],
    [
      {
        msgtype: 'actionCard',
        actionCard: { ...card, btns: [{ ...button, actionURL: 'javascript:x' }] },
      },
      430101,
    ],
    [{ msgtype: 'feedCard', feedCard: { links: [] } }, 40035],
    [markdown({ at: 'all' }), 40035],
    [markdown({ at: { atMobiles: '138' } }), 40035],
    [markdown({ at: { isAtAll: 'true' } }), 40035],
  ])('%j is refused with %d', async (message, errcode) => {
    const sandbox = await runSandbox();
    expect(await answerTo(robot(sandbox, 'Platform'), message)).toMatchObject({ errcode });
    expect(await sandbox.messages()).toEqual([]);
  });

  it('may have 20,000 bytes, and a character of Chinese has three', async () => {
    const sandbox = await runSandbox();
    const sized = (bytes: number) => {
      const text = '告'.repeat(100);
      const message = { msgtype: 'text', text: { content: text } };
      const rest = bytes - Buffer.byteLength(JSON.stringify(message));
      return { ...message, text: { content: text + 'x'.repeat(rest) } };
    };
    const url = robot(sandbox, 'Platform');
    expect(await answerTo(url, sized(20_000))).toMatchObject({ errcode: 0 });
    expect(await answerTo(url, sized(20_001))).toMatchObject({ errcode: 460101 });
  });

  it('needs one of the keywords of the robot, in its text or its title', async () => {
    const sandbox = await runSandbox();
    const url = robot(sandbox, '告警');
    for (const [title, text] of [
      ['x', 'a #告警# b'],
      ['on-call', 'x'],
    ]) {
      const message = { msgtype: 'markdown', markdown: { title, text } };
      expect(await answerTo(url, message)).toMatchObject({ errcode: 0 });
    }
    expect(await answerTo(url)).toMatchObject({ errmsg: 'keywords not in content' });
  });
});

describe('pings', () => {
  const pingsOf = async (message: object) => {
    const sandbox = await runSandbox();
    await answerTo(robot(sandbox, 'Platform'), message);
    return (await sandbox.messages())[0]?.pings;
  };
  const calling = (text: string, at: object) => ({
    msgtype: 'markdown',
    markdown: { title: 'x', text },
    at,
  });
  const everybody = { atMobiles: ['13800138000'], atUserIds: ['user7'], isAtAll: false };

  it('are those who stand in at and in the text', async () => {
    expect(await pingsOf(calling('@13800138000 @user7', everybody))).toEqual([
      '@13800138000',
      '@user7',
    ]);
    expect(await pingsOf(calling('@13800138000', everybody))).toEqual(['@13800138000']);
    expect(await pingsOf(calling('@13800138000 @所有人', {}))).toEqual([]);
  });

  it('are all with isAtAll', async () =>
    expect(await pingsOf(calling('x', { isAtAll: true }))).toEqual(['@所有人']));

  it('are none in an ActionCard', async () => {
    const actionCard = {
      title: 'a',
      text: '@user7',
      singleTitle: 'x',
      singleURL: 'https://a.example',
    };
    expect(await pingsOf({ msgtype: 'actionCard', actionCard, at: everybody })).toEqual([]);
  });
});

describe('too many messages', () => {
  it('are refused after twenty, and for ten minutes', () => {
    let now = Date.now();
    const { judge } = dingtalk.open({ rateWindowScale: 1, now: () => now });
    const [hook] = dingtalk.hooks('http://sandbox').filter(({ channel }) => channel === 'Platform');
    const query = new URL(hook?.url ?? '').searchParams;
    const send = () =>
      judge({
        path: '/robot/send',
        query,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(JSON.stringify(MARKDOWN)),
      }).answer.body;

    for (let message = 0; message < 20; message += 1) expect(send()).toContain('"errcode":0');
    expect(send()).toContain('130101');
    now += 599_000;
    expect(send()).toContain('130101');
    now += 2000;
    expect(send()).toContain('"errcode":0');
  });
});
