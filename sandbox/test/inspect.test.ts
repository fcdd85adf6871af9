import { describe, expect, it } from '@jest/globals';
import { postJson, runSandbox, send } from './running';

describe('the inspection API', () => {
  it('finds messages by platform and channel, newest last', async () => {
    const sandbox = await runSandbox();
    await postJson(sandbox.hook('#ops-alerts'), { text: 'one' });
    await postJson(sandbox.hook('#platform'), { text: 'two' });
    await postJson(sandbox.hook('#ops-alerts'), { text: 'three' });
    const texts = async (search: string) =>
      (await sandbox.messages(search)).map(({ text }) => text);
    expect(await texts('')).toEqual(['one', 'two', 'three']);
    expect(await texts('?platform=slack&channel=%23ops-alerts')).toEqual(['one', 'three']);
    expect(await texts('?platform=teams')).toEqual([]);
  });

  it('lists the hooks, and each answers as listed', async () => {
    const sandbox = await runSandbox();
    const hooks = JSON.parse((await send(`${sandbox.url}/inspect/hooks`)).text);
    expect(hooks).toEqual(sandbox.hooks);
    const slack = hooks.filter(({ platform }: { platform: string }) => platform === 'slack');
    expect(slack).toHaveLength(7);
    for (const { url, answers } of slack) {
      expect((await postJson(url, { text: 'a' })).text).toBe(answers);
    }
  });

  it('records requests without anything that works as a password', async () => {
    const sandbox = await runSandbox();
    const headers = { 'content-type': 'application/json', authorization: 'Bearer hidden-1' };
    const body = '{"text":"a"}';
    await fetch(sandbox.hook('#ops-alerts'), { method: 'POST', headers, body });
    await postJson(`${sandbox.url}/slack/services/T1/B1/hidden-2/hidden-3`, {});
    await postJson(`${sandbox.url}/slack/hidden-4?hidden-5&token=hidden-6`, {});
    const requests = await sandbox.requests();
    expect(requests.map(({ path }) => path)).toEqual([
      '/slack/services/T0SANDBOX1/B0OPSALERT/…',
      '/slack/services/T1/B1/…',
      '/slack/…?…&…',
    ]);
    expect(requests[0]?.headers.authorization).toBe('[redacted]');
    expect(requests[0]?.bodySize).toBe(body.length);
    expect(JSON.stringify(requests)).not.toMatch(/hidden|sandboxOpsAlerts/);
  });

  it('records what the sender was told, and what was too large to read', async () => {
    const sandbox = await runSandbox();
    await postJson(sandbox.hook('#platform'), { text: 'a' });
    await postJson(sandbox.hook('#deleted'), { text: 'a' });
    await postJson(sandbox.hook('#platform'), { text: 'x'.repeat(1 << 20) });
    expect(await sandbox.requests()).toMatchObject([
      { verdict: 'accepted', status: 200, answer: 'ok', late: false },
      { verdict: 'refused', status: 404, answer: 'channel_not_found', late: false },
      { verdict: 'refused', status: 413, code: 'too_large', channel: '#platform' },
    ]);
  });

  it('says what can go wrong at each chat', async () => {
    const sandbox = await runSandbox();
    const { chats } = JSON.parse((await send(`${sandbox.url}/inspect/platforms`)).text);
    expect(chats[0]).toEqual({
      id: 'slack',
      title: 'Slack',
      faults: ['status', 'delay', 'reset', 'lost-answer', 'rate-limit'],
    });
  });

  it.each(['POST', 'DELETE'])('forgets everything on %s /inspect/reset', async (method) => {
    const sandbox = await runSandbox();
    await postJson(sandbox.hook('#ops-alerts'), { text: 'a' });
    await sandbox.post('/inspect/faults', { kind: 'reset' });
    await send(`${sandbox.url}/inspect/reset`, { method });
    expect(await sandbox.messages()).toEqual([]);
    expect(await sandbox.requests()).toEqual([]);
    expect((await postJson(sandbox.hook('#ops-alerts'), { text: 'a' })).text).toBe('ok');
  });

  it('tells news as they happen', async () => {
    const sandbox = await runSandbox();
    const stream = await fetch(`${sandbox.url}/inspect/stream`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let seen = '';
    const readUntil = async (text: string) => {
      while (!seen.includes(text)) seen += (await reader?.read())?.value ?? '';
    };
    await readUntil('event: ready');
    await postJson(sandbox.hook('#platform'), { text: 'news' });
    await readUntil('event: request');
    expect(seen).toMatch(/event: message\ndata: \{.*"text":"news".*\}\n\n/);
  });

  it.each([
    ['GET', '/inspect/nothing', undefined, 404, 'not_found'],
    ['GET', '/inspect/messages?color=red', undefined, 400, 'invalid_input'],
    ['POST', '/inspect/faults', '{', 400, 'invalid_json'],
    ['POST', '/ilert/send', '{"eventType":"alert-exploded"}', 400, 'invalid_input'],
  ])('answers %s %s with %s as %i %s in a sentence', async (method, path, body, status, code) => {
    const sandbox = await runSandbox();
    const reply = await send(
      sandbox.url + path,
      body === undefined ? { method } : { method, body },
    );
    expect(reply.status).toBe(status);
    expect(JSON.parse(reply.text)).toEqual({ code, message: expect.stringMatching(/^\w.+\.$/) });
  });
});
