import { describe, expect, it } from '@jest/globals';
import { mattermost } from '../mattermost';
import { serverAt } from './mattermost-bot';
import { postJson, postRaw, type Running, runSandbox, send } from './running';

const JSON_TYPE = 'application/json';
const hookOf = (sandbox: Running, channel = 'ops-alerts') => sandbox.hook(channel, 'mattermost');
const appError = (text: string) => JSON.parse(text) as { id: string; status_code: number };

/** A message to the open webhook, and the code with which it is refused. */
const answerTo = async (message: unknown, channel?: string) => {
  const sandbox = await runSandbox();
  const reply = await postJson(hookOf(sandbox, channel), message);
  const [request] = await sandbox.requests();
  return { ...reply, code: request?.code, messages: await sandbox.messages() };
};

describe('the Mattermost webhook endpoint', () => {
  it('answers a message with exactly ok in plain text, and keeps it', async () => {
    const { status, text, headers, messages } = await answerTo({ text: 'Checkout 🔥' });
    expect([status, text]).toEqual([200, 'ok']);
    expect(headers.get('content-type')).toMatch(/^text\/plain/);
    expect(messages).toMatchObject([
      {
        platform: 'mattermost',
        channel: 'ops-alerts',
        text: 'Checkout 🔥',
        pings: [],
        size: { used: 10, limit: 16_383, unit: 'characters' },
      },
    ]);
  });

  it.each([
    ['launch-2019', 404, 'channel'],
    ['night-shift', 403, 'permissions'],
    ['old-owner', 403, 'user'],
    ['removed', 400, 'invalid'],
    ['switched-off', 501, 'disabled'],
  ])(
    'refuses messages to %s with %i, and keeps the reason to itself',
    async (channel, status, code) => {
      const reply = await answerTo({ text: 'hello' }, channel);
      expect([reply.status, reply.code]).toEqual([status, code]);
      expect(appError(reply.text)).toMatchObject({
        id: 'web.incoming_webhook.general.app_error',
        detailed_error: '',
        status_code: status,
      });
      expect(reply.messages).toEqual([]);
    },
  );

  it('says the id of the hook in its errors', async () => {
    const sandbox = await runSandbox();
    const url = hookOf(sandbox, 'removed');
    const { text } = await postJson(url, { text: 'x' });
    expect(text).toContain(url.split('/').pop() ?? '?');
    expect(JSON.stringify((await sandbox.requests())[0]?.path)).not.toContain('sandbox6');
  });

  it('looks at the text before the hook, and at the hook before the channel', async () => {
    const sandbox = await runSandbox();
    const unknown = hookOf(sandbox).replace(/.$/, 'x');
    for (const [url, message] of [
      [unknown, {}],
      [unknown, { text: 'x' }],
      [unknown, { text: 'x', channel: 'No such' }],
      [hookOf(sandbox), { text: 'x', channel: 'No such' }],
      [hookOf(sandbox, 'town-square'), { text: 'x', channel: 'No such' }],
      [hookOf(sandbox, 'switched-off'), {}],
    ] as const)
      await postJson(url, message);
    const codes = (await sandbox.requests()).map(({ code }) => code);
    expect(codes).toEqual(['text', 'invalid', 'invalid', 'channel', 'channel', 'disabled']);
  });

  it('has nothing at other addresses, and for POST only', async () => {
    const sandbox = await runSandbox();
    const other = await postJson(`${sandbox.url}/mattermost/plugins/x`, { text: 'x' });
    for (const reply of [other, await send(hookOf(sandbox))])
      expect([reply.status, reply.text]).toEqual([404, '404 page not found\n']);
  });
});

describe('the body', () => {
  it.each([
    ['decode', '{'],
    ['decode', '[]'],
    ['decode', '{"text":1}'],
    ['decode', '{"attachments":{}}'],
    ['decode', '{"text":"x","priority":"urgent"}'],
    ['text', '{}'],
    ['text', '{"text":""}'],
    ['text', '{"attachments":null}'],
    ['priority', '{"text":"x","priority":{}}'],
    ['priority', '{"text":"x","priority":{"priority":"loud"}}'],
    [
      'priority',
      '{"text":"x","silent":true,"priority":{"priority":"urgent","persistent_notifications":true}}',
    ],
    ['post_type', '{"text":"x","type":"system_join"}'],
    ['post_type', '{"text":"x","type":"mine"}'],
    ['attachments', '{"attachments":[{"text":"x","color":"#fff"}]}'],
    ['attachments', '{"attachments":[{"text":"x","title_link":"https://a.example"}]}'],
    ['attachments', '{"attachments":[{"title":"x","title_link":"mmaction://x"}]}'],
    ['attachments', '{"attachments":[{"image_url":"data:x"}]}'],
    ['attachments', `{"attachments":[{"text":"x","footer":"${'x'.repeat(301)}"}]}`],
    ['too_large', `{"text":"${'x'.repeat(300_001)}"}`],
  ])('is refused with %s (%#)', async (code, body) => {
    const sandbox = await runSandbox();
    const reply = await postRaw(hookOf(sandbox), body, JSON_TYPE);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(appError(reply.text).status_code).toBe(reply.status);
    expect(await sandbox.requests()).toMatchObject([{ verdict: 'refused', code }]);
  });

  it('may hold what the server knows', async () => {
    const message = {
      text: 'x',
      username: 'pager',
      props: { card: 'more' },
      priority: { priority: 'urgent', requested_ack: true },
      attachments: [
        {
          color: '#D92d20',
          title: 't',
          title_link: 'http://10.0.0.7/x',
          fields: [{ title: 'a', value: 7, short: true }],
        },
        null,
      ],
      unknown: true,
    };
    expect((await answerTo(message)).status).toBe(200);
  });
});

describe('the option channel', () => {
  it.each([
    ['town-square', 'ops-alerts', 200, 'town-square'],
    ['#town-square', 'ops-alerts', 200, 'town-square'],
    ['@ada', 'ops-alerts', 200, 'ops-alerts'],
    ['town-square', 'town-square', 200, 'town-square'],
    ['ops-alerts', 'town-square', 403, 'channel_locked'],
    ['@ada', 'town-square', 403, 'channel_locked'],
    ['@nobody', 'ops-alerts', 400, 'person'],
    ['Town Square', 'ops-alerts', 404, 'channel'],
  ])('%s by the webhook of %s: %i %s', async (channel, hook, status, expected) => {
    const reply = await answerTo({ text: 'x', channel }, hook);
    expect([reply.status, reply.messages[0]?.channel ?? reply.code]).toEqual([status, expected]);
  });
});

describe('pings', () => {
  it.each([
    ['@here and @Channel, @all!', ['@here', '@channel', '@all']],
    ['<!here> <@u7abc>', ['@here', '@u7abc']],
    ['(@ada) -@bob.byte. x.@eve', ['@ada', '@bob.byte', '@eve']],
    ['\\@here', ['@here']],
    ['&#64;here &#x40;all', ['@here', '@all']],
    ['ops@here.example a@here :@here:', []],
    ['`@here` ``@all ` `` \n```\n@channel <!here>\n```\n', []],
    ['~~~\n@channel\n~~~ ~\n```\n` @here\n', []],
    ['@\u200bhere ＠here @ here', []],
  ])('of %j are %j', async (text, pings) => {
    expect((await answerTo({ text })).messages[0]?.pings).toEqual(pings);
  });

  it('are found wherever the server looks, each once', async () => {
    const attachments = [
      { pretext: '@a', title: '<!all>', text: '@b @here', footer: '@f', fallback: '@g' },
      { fields: [{ title: '@h', value: '@c' }] },
    ];
    const { messages } = await answerTo({ text: '@here', attachments });
    expect(messages[0]?.pings).toEqual(['@here', '@a', '@all', '@b', '@c']);
  });
});

describe('too many messages', () => {
  it('are told by the whole server, with the seconds that remain', async () => {
    const { judge } = serverAt(() => 1_772_331_120_000);
    const [first, other] = mattermost.hooks('http://127.0.0.1');
    const post = (url = '') =>
      judge({
        method: 'POST',
        path: new URL(url).pathname.replace('/mattermost', ''),
        query: new URLSearchParams(),
        headers: { 'content-type': JSON_TYPE },
        body: Buffer.from('{"text":"x"}'),
      });
    for (let sent = 0; sent < 100; sent += 1) expect(post(first?.url).verdict).toBe('accepted');
    expect(post(other?.url)).toMatchObject({
      verdict: 'refused',
      code: 'rate_limited',
      answer: {
        status: 429,
        body: 'limit exceeded\n',
        headers: { 'retry-after': '1', 'x-ratelimit-reset': '1', 'x-ratelimit-remaining': '0' },
      },
    });
  });
});
