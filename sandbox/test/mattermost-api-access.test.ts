import { describe, expect, it } from '@jest/globals';
import { mattermost } from '../mattermost';
import { mattermostBot, refusal, serverAt } from './mattermost-bot';
import { postJson, runSandbox, send } from './running';

const EXPIRED = [401, 'api.context.session_expired.app_error'];
const bots = mattermost.bots?.('http://127.0.0.1') ?? [];

describe('the bots that are listed', () => {
  it.each(
    bots.flatMap((bot) => bot.channels.map((channel) => [bot.name, channel.name, channel.answers])),
  )('%s in %s: %s', async (name, channel, answers) => {
    const bot = await mattermostBot(name);
    const reply = await bot.call('POST', '/posts', {
      channel_id: bot.channel(channel),
      message: 'x',
    });
    const { id } = JSON.parse(reply.text) as { id: string };
    expect(answers === 'ok' ? reply.status : id).toBe(answers === 'ok' ? 201 : answers);
  });

  it('can be asked for, at their own address', async () => {
    const sandbox = await runSandbox();
    const { text } = await send(`${sandbox.url}/inspect/bots`);
    const listed = (JSON.parse(text) as typeof bots).filter(
      ({ platform }) => platform === 'mattermost',
    );
    expect(listed.map(({ baseUrl }) => baseUrl)).toEqual(
      bots.map(() => `${sandbox.url}/mattermost`),
    );
    expect(new Set(listed.map(({ answers }) => answers))).toEqual(new Set(['ok', EXPIRED[1]]));
  });
});

describe('a token', () => {
  it.each([
    ['none', {}],
    ['an unknown one', { authorization: 'Bearer nobodyknowsthistokennobody' }],
    ['one of another kind', { authorization: 'Basic x' }],
  ])('is refused: %s', async (_, headers) => {
    const sandbox = await runSandbox();
    const reply = await send(`${sandbox.url}/mattermost/api/v4/users/me`, { headers });
    expect(refusal(reply)).toEqual(EXPIRED);
  });

  it('that was revoked is refused', async () => {
    const { call } = await mattermostBot('former');
    expect(refusal(await call('GET', '/users/me'))).toEqual(EXPIRED);
  });

  it('may not stand in the query, and is shown to nobody', async () => {
    const { sandbox } = await mattermostBot();
    const token = bots[0]?.credential.accessToken;
    const url = `${sandbox.url}/mattermost/api/v4/users/me?access_token=${token}`;
    expect(refusal(await send(url))).toEqual([401, 'api.context.token_provided.app_error']);
    const headers = { authorization: `token ${token}` };
    expect((await send(url.split('?')[0] ?? '', { headers })).status).toBe(200);
    const requests = await sandbox.requests();
    expect(JSON.stringify(requests)).not.toContain(token);
    expect(requests.map(({ path }) => path)).toEqual([
      '/mattermost/api/v4/users/me?access_token=…',
      '/mattermost/api/v4/users/me',
    ]);
  });
});

describe('an address of the API', () => {
  it.each([
    ['GET', '/posts'],
    ['PATCH', '/posts/sandbox1post1oflaunch2019p'],
    ['GET', '/nothing'],
    ['GET', '/posts/not-an-id'],
  ])('%s %s leads nowhere, and is not shown', async (verb, path) => {
    const { call, sandbox } = await mattermostBot();
    expect(refusal(await call(verb, path))).toEqual([404, 'api.context.404.app_error']);
    const [request] = await sandbox.requests();
    if (path === '/nothing') expect(request?.path).toBe('/mattermost/…');
  });
});

describe('the faults', () => {
  const post = async (fault: object) => {
    const bot = await mattermostBot();
    await postJson(`${bot.sandbox.url}/inspect/faults`, { platform: 'mattermost', ...fault });
    const message = {
      channel_id: bot.channel('ops-alerts'),
      message: 'x',
      pending_post_id: 'me:1',
    };
    return { ...bot, send: () => bot.call('POST', '/posts', message) };
  };

  it('answer in place of the server', async () => {
    const { send, sandbox } = await post({ kind: 'status', status: 503 });
    expect((await send()).status).toBe(503);
    expect((await send()).status).toBe(201);
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it('know what too many requests are told', async () => {
    const { send } = await post({ kind: 'rate-limit', retryAfter: 7 });
    const { status, text, headers } = await send();
    expect([status, text, headers.get('x-ratelimit-reset')]).toEqual([
      429,
      'limit exceeded\n',
      '7',
    ]);
  });

  it.each([
    ['lost-answer', 1],
    ['reset', 0],
  ])('%s leaves %i posts behind, and the same request makes it one', async (kind, left) => {
    const { send, sandbox } = await post({ kind });
    await expect(send()).rejects.toThrow();
    expect(await sandbox.messages()).toHaveLength(left);
    expect((await send()).status).toBe(201);
    expect(await sandbox.messages()).toHaveLength(1);
  });

  it('can be meant for one channel, where the path or the body names it', async () => {
    const { call, channel, sandbox } = await post({
      kind: 'status',
      channel: 'platform',
      times: 2,
    });
    const channel_id = (name: string) => ({ channel_id: channel(name), message: 'x' });
    const statuses: number[] = [];
    for (const name of ['ops-alerts', 'platform']) {
      statuses.push((await call('GET', `/channels/${channel(name)}`)).status);
      statuses.push((await call('POST', '/posts', channel_id(name))).status);
    }
    expect(statuses).toEqual([200, 201, 500, 500]);
    expect((await sandbox.requests()).map((request) => request.channel)).toEqual([
      ...['ops-alerts', 'ops-alerts', 'platform', 'platform'],
    ]);
  });
});

describe('the rate', () => {
  it('is one for hooks and the API', () => {
    const { judge, reset } = serverAt(() => 1_772_331_120_000);
    const ask = (method: string, path: string) =>
      judge({ method, path, query: new URLSearchParams(), headers: {}, body: Buffer.alloc(0) });
    for (let sent = 0; sent < 100; sent += 1) ask('POST', '/hooks/x');
    expect(ask('GET', '/api/v4/users/me')).toMatchObject({
      code: 'rate_limited',
      answer: { status: 429, headers: { 'x-ratelimit-limit': '100' } },
    });
    reset();
    expect(ask('GET', '/api/v4/users/me')).toMatchObject({ answer: { status: 401 } });
  });

  it('and posts are forgotten at a reset', async () => {
    const { ask, call, channel, sandbox } = await mattermostBot();
    const { id } = await ask('POST', '/posts', { channel_id: channel('platform'), message: 'x' });
    expect((await call('GET', `/posts/${id}`)).status).toBe(200);
    await sandbox.post('/inspect/reset');
    expect((await call('GET', `/posts/${id}`)).status).toBe(404);
  });
});
