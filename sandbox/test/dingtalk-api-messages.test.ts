import { describe, expect, it } from '@jest/globals';
import type { Bot } from '../platform';
import {
  dingtalkApp,
  MARKDOWN,
  refusal,
  SEND,
  SEND_TO_PEOPLE,
  toGroup,
  toPeople,
} from './dingtalk-app';
import { ALERT_CARD } from './dingtalk-cards';
import { runSandbox } from './running';

const params = (value: object) => ({ msgParam: JSON.stringify(value) });

describe('a message to a group', () => {
  it('is answered with its key, and kept', async () => {
    const app = await dingtalkApp();
    const answer = await app.ask(SEND, toGroup(app));
    expect(answer).toEqual({ processQueryKey: expect.any(String) });
    expect(await app.sandbox.messages()).toMatchObject([
      {
        channel: 'On call',
        ref: answer.processQueryKey,
        text: 'Checkout is down',
        payload: { robot: 'Alertwire', ...MARKDOWN, msgParam: JSON.parse(MARKDOWN.msgParam) },
        size: { used: MARKDOWN.msgParam.length, limit: 15_000, unit: 'bytes' },
        pings: [],
        onlyFor: null,
      },
    ]);
  });

  it.each([
    ['sampleText', { content: 'a' }],
    ['sampleImageMsg', { photoURL: '@lAD' }],
    ['sampleLink', { title: 'a', text: 'b', messageUrl: 'https://a.example' }],
    [
      'sampleActionCard',
      { title: 'a', text: 'b', singleTitle: 'c', singleURL: 'https://a.example' },
    ],
    [
      'sampleActionCard6',
      {
        title: 'a',
        text: 'b',
        buttonTitle1: 'c',
        buttonUrl1: 'https://a.example',
        buttonTitle2: 'd',
        buttonUrl2: 'dingtalk://dingtalkclient/page/link?url=a',
      },
    ],
  ])('may be a %s', async (msgKey, value) => {
    const app = await dingtalkApp();
    const message = toGroup(app, 'Platform', { msgKey, ...params(value) });
    expect((await app.call('POST', SEND, message)).status).toBe(200);
  });

  it.each([
    [{ robotCode: '' }, 'invalidParameter.robotCode.empty'],
    [{ robotCode: 'dingnobody' }, 'resource.not.found'],
    [{ robotCode: 'dingsandboxannouncer' }, 'invalidParameter.robotCode.auth'],
    [{ msgKey: '' }, 'invalidParameter.msgKey.empty'],
    [{ msgKey: 'sampleFeedCard' }, 'invalidParameter.msgKey.invalid'],
    [{ msgKey: 'toString' }, 'invalidParameter.msgKey.invalid'],
    [{ msgParam: { title: 'a', text: 'b' } }, 'invalidParameter.msgParam.invalid'],
    [{ msgParam: 'Hello' }, 'invalidParameter.msgParam.invalid'],
    [params({ title: 'a', text: 7 }), 'invalidParameter.msgParam.invalid'],
    [params({ text: 'b' }), 'miss.param.markdownTotitle'],
    [params({ title: 'a', text: ' ' }), 'miss.param.markdownTotext'],
    [{ msgKey: 'sampleText', ...params({ text: 'a' }) }, 'miss.param.contentOfText'],
    [
      { msgKey: 'sampleActionCard2', ...params({ title: 'a', text: 'b', actionTitle1: 'c' }) },
      'miss.param.actionCardTobtnsToactionUrl',
    ],
    [
      {
        msgKey: 'sampleLink',
        ...params({
          title: 'a',
          text: 'b',
          messageUrl: 'dtmd://dingtalkclient/sendMessage?content=a',
        }),
      },
      'contain.unsafe.url',
    ],
    [{ openConversationId: '' }, 'miss.openConversationId'],
    [{ openConversationId: 'cidNobody' }, 'invalid.openConversationId'],
  ])('with %j is refused with %s', async (more, code) => {
    const app = await dingtalkApp();
    const reply = await app.call('POST', SEND, toGroup(app, 'On call', more));
    expect(refusal(reply)).toEqual([400, code]);
    expect((await app.sandbox.requests()).at(-1)).toMatchObject({ verdict: 'refused', code });
    expect(await app.sandbox.messages()).toEqual([]);
  });

  it('has at most 15,000 bytes', async () => {
    const app = await dingtalkApp();
    const sized = (bytes: number) => {
      const empty = JSON.stringify({ title: 'a', text: '' }).length;
      const rest = bytes - empty;
      const text = '告'.repeat(Math.floor(rest / 3)) + 'x'.repeat(rest % 3);
      return toGroup(app, 'On call', params({ title: 'a', text }));
    };
    expect((await app.call('POST', SEND, sized(15_000))).status).toBe(200);
    expect(refusal(await app.call('POST', SEND, sized(15_001)))).toEqual([
      400,
      'invalidParameter.msgParam.tooLong',
    ]);
  });

  it.each([
    ['Alertwire', 'Board room', 'invalidParameter.robotCode.notExsit'],
    ['Announcer', 'Night shift', 'invalidParameter.robotCode.notExsit'],
    ['Alertwire', 'Launch 2019', 'group.disbanded'],
    ['Stopped', 'On call', 'bot.stopped'],
    ['Stranger', 'On call', 'conversation.org.notMatch'],
  ])('of %s to %s is refused with %s', async (name, group, code) => {
    const app = await dingtalkApp(name);
    expect(refusal(await app.call('POST', SEND, toGroup(app, group)))).toEqual([400, code]);
  });
});

describe('what the sandbox says of its apps', () => {
  it('is what a person would copy', async () => {
    const { sandbox, credential } = await dingtalkApp();
    expect(Object.keys(credential)).toEqual([
      'clientId',
      'clientSecret',
      'robotCode',
      'cardTemplateId',
    ]);
    expect(credential.cardTemplateId).toBe(ALERT_CARD);
    const listed = await fetch(`${sandbox.url}/inspect/bots`);
    const bots = (await listed.json()) as Bot[];
    const mine = bots.filter(({ platform }) => platform === 'dingtalk');
    expect(mine.map(({ name, answers }) => [name, answers])).toContainEqual([
      'Rotated',
      'invalidClientIdOrSecret',
    ]);
  });

  it('is what they are answered', async () => {
    const sandbox = await runSandbox();
    const bots = sandbox.bots.filter(({ platform, answers }) => {
      return platform === 'dingtalk' && answers === 'ok';
    });
    expect(bots.length).toBeGreaterThan(4);
    for (const bot of bots) {
      const app = await dingtalkApp(bot.name, sandbox);
      for (const { id, name, answers } of bot.channels) {
        const reply = name.startsWith('@')
          ? await app.call('POST', SEND_TO_PEOPLE, toPeople(app, [id]))
          : await app.call('POST', SEND, toGroup(app, name));
        const { code = 'ok' } = JSON.parse(reply.text) as { code?: string };
        expect([bot.name, name, code]).toEqual([bot.name, name, answers]);
      }
    }
  });
});
