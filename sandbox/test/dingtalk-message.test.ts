import { describe, expect, it } from '@jest/globals';
import { answerTo, MARKDOWN, robot } from './dingtalk-robots';
import { runSandbox } from './running';

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
